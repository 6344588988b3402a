#!/bin/sh
# PDF 2.0 (ISO 32000-2, 7.9.2.2) lets a text be UTF-8 after the bytes EF BB BF. pypdf 6 reads such a text as
# PDFDocEncoding, so that what somebody has typed in a field comes out as other letters, without an error. pypdf 7 reads
# it as it was written.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cat >"$place/read.py" <<'P'
import sys
from io import BytesIO

import pypdf

NAME = "Åsa Öberg"
OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/DR<</Font<</F 5 0 R>>>>>>>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>/Annots[4 0 R]>>",
    b"<</Type/Annot/Subtype/Widget/FT/Tx/T(namn)/DA(/F 9 Tf)/Rect[0 0 0 0]/P 3 0 R/V(\xef\xbb\xbf%s)>>" % NAME.encode(),
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
)

pdf, places = b"%PDF-2.0\n", []
for number, content in enumerate(OBJECTS, 1):
    places.append(len(pdf))
    pdf += b"%d 0 obj\n%s\nendobj\n" % (number, content)
table = b"0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
pdf += b"xref\n0 6\n%strailer\n<</Size 6/Root 1 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(pdf))

read = pypdf.PdfReader(BytesIO(pdf), strict=True).get_form_text_fields()["namn"]
print(f"pypdf {pypdf.__version__}: written {NAME!r}, read {read!r}")
if (read == NAME) != (sys.argv[1] == "right"):
    sys.exit(f"no longer so: this release was to read the name {sys.argv[1]}")
P
python3 -m venv "$place/six"
"$place/six/bin/pip" install --quiet --disable-pip-version-check 'pypdf==6.21.4'
"$place/six/bin/python" "$place/read.py" wrong
python3 -m venv "$place/seven"
"$place/seven/bin/pip" install --quiet --disable-pip-version-check 'pypdf==7.1.1'
"$place/seven/bin/python" "$place/read.py" right
echo "still so"
