"""The look of a page of its own: the same classes as in the web application, for a file that stands alone."""

STYLE = """
:root { color-scheme: light; }
body { margin: 2rem auto; padding: 0 1.25rem; max-width: 46rem; background: #fff; color: #1b2126;
  font: 1.0625rem/1.5 "Source Sans 3", "Source Sans Pro", "Segoe UI", Calibri, system-ui, sans-serif;
  overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 .5em; break-after: avoid; }
h1 { font-size: 2rem; margin-block-end: .25em; }
h2 { font-size: 1.35rem; margin-block-start: 2em; padding-block-start: .6em; border-block-start: 2px solid #1f5f6b; }
h3 { font-size: 1.1rem; }
h4, h5, h6 { font-size: 1rem; }
p, dl, dd, ul, ol, table { margin: 0; }
p + p, ul, ol, dl, .st-scroll { margin-block-start: .6em; }
ul, ol { padding-inline-start: 1.5em; }
header p { margin: 0; color: #4a5560; }
header .st-sender { color: #1b2126; font-size: 1.15rem; }
.st-facts { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2em 2em; color: #4a5560; }
header .st-copy { margin-block-start: 1em; font-weight: 600; color: #1b2126; }
.st-lead { font-size: 1.2rem; color: #4a5560; }
.st-mark { margin-block: .8em; padding: .5em .8em; border: 2px solid #a3291f; color: #a3291f; }
.st-sum { border-block-start: 1px solid #d5dade; }
.st-sum > div { display: grid; grid-template-columns: 15em minmax(0, 1fr); gap: .1em 1.5em; padding-block: .4em;
  border-block-end: 1px solid #d5dade; break-inside: avoid; }
dt { font-weight: 600; }
.st-missing { color: #5a6570; font-style: italic; }
.st-boxes { list-style: none; padding: 0; }
dd .st-boxes { margin: 0; }
.st-boxes li { padding-inline-start: 1.6em; text-indent: -1.6em; }
.st-boxes [role="img"] { display: inline-block; inline-size: 1.6em; text-indent: 0;
  font-family: "Segoe UI Symbol", "DejaVu Sans", "MS Gothic", sans-serif; }
.st-help { display: block; color: #4a5560; }
.st-line { display: block; block-size: 2em; border-block-end: 1px solid #5a6570; }
.st-group { break-inside: avoid-page; }
.st-scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; }
caption { text-align: start; font-weight: 600; padding-block-end: .4em; }
th, td { text-align: start; vertical-align: top; padding: .4em .7em; border: 1px solid #b9c1c8; overflow-wrap: normal; }
thead th { background: #eef3f4; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
footer { margin-block-start: 3em; padding-block-start: .6em; border-block-start: 1px solid #d5dade; color: #4a5560; }
@media (max-width: 36rem) { .st-sum > div { grid-template-columns: minmax(0, 1fr); } }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } @page { size: A4; margin: 20mm; } }
"""
