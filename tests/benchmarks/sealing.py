"""One seal of level B-B on a signed praktikavtal with drawn signatures; it is never put on in a request."""

from statistics import median
from time import perf_counter

BAR = 150
ROUNDS = 30


def main():
    """Prints the median, and what the bar is."""
    from support import seals

    from stegvis.plugin.signing.sealing import seal
    from stegvis.plugin.signing.verifying import verify

    pdf = seals.unsealed()
    for name in ("own", "rsa"):
        key, times = seals.key_of(name), []
        seal(pdf, key)
        for _ in range(ROUNDS):
            began = perf_counter()
            data = seal(pdf, key)
            times.append(1000 * (perf_counter() - began))
        assert verify(data).holds
        print(f"  seal, key {name:>4}: {median(times):6.1f} ms (bar {BAR} ms), file {len(data) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
