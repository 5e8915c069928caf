"""Minutes of three meetings of one invented board, the last of them a PDF."""

from pathlib import Path

from fpdf import FPDF

MARCH = """Minutes of the Harbour Board held on 4 March 2024 at 10.00am in the Town Hall

Present:
Ada Marsh (Chair)
Cllr Ben Okoro (Member)
Cleo Finch (Harbour Master)

Apologies:
Dan Pike (Treasurer)

1. Welcome
The Chair welcomed everybody to the meeting.

2. Dredging of the north channel
The Harbour Master said that the north channel had silted up by 40 centimetres since the autumn.
The dredging will cost £85,000, of which £20,000 is paid by the ferry company.
Action: Cleo Finch to obtain three tenders for dredging the north channel.
Action: Chair to write to the ferry company about its contribution.

3. Moorings
RESOLVED: that the fee for visitors' moorings be raised to £24 a night.
The board thanked the volunteers of the slipway fund.
"""
JUNE = """Minutes of the Harbour Board held on 3 June 2024 at 10.00am in the Town Hall

Present:
Ada Marsh (Chair)
Cllr Ben Okoro (Member)
Dan Pike (Treasurer)

Apologies:
Cleo Finch (Harbour Master)

1. Matters arising
Three tenders for dredging the north channel had been obtained, the lowest at £79,500.
The ferry company had not replied.

2. Moorings
The new fee for visitors' moorings had brought no complaints.
Action: Dan Pike to report back on the income from moorings in September.
The board thanked the volunteers of the slipway fund.
"""
SEPTEMBER = """Minutes of the Harbour Board held on 2 September 2024 at 10.00am in the Town Hall

Present:
Ada Marsh (Chair)
Dan Pike (Treasurer)

1. Matters arising
The dredger begins work in the north channel on 9 September.

2. Lights
The lamp of the east pier light was replaced in August after a storm."""


def write_series(folder: Path) -> Path:
    """Write the three files into a new folder."""
    folder.mkdir()
    (folder / "march.txt").write_text(MARCH, encoding="utf-8")
    (folder / "june.txt").write_text(JUNE, encoding="utf-8")
    (folder / "september.pdf").write_bytes(pdf(SEPTEMBER))
    return folder


def pdf(text: str) -> bytes:
    """A text as a PDF, a line a paragraph, the second item on a page of its own."""
    document = FPDF()
    document.add_page()
    for line in text.splitlines():
        if line.startswith("2."):
            document.add_page()
        document.set_font("Helvetica", "B" if line[:1].isdigit() else "", 11)
        document.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
        document.ln(2)
    return bytes(document.output())
