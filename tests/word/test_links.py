from __future__ import annotations

from svcdocs.word.links import without_tips
from svcdocs.word.outline import outline
from tests.documents.samples import context, printed
from tests.inspection.validity import validity
from tests.word.building import docx, p, part


def test_links_inside_a_document_lose_their_tips_and_nothing_else() -> None:
    document = printed(context())
    assert 'w:tooltip="Go to 1 About our service"' in part(document)
    bare = without_tips(document)
    assert "w:tooltip" not in part(bare)
    assert outline(bare) == outline(document)
    assert part(bare).count("<w:hyperlink w:anchor=") == part(document).count("<w:hyperlink w:anchor=")
    assert validity(bare) == []


def test_words_that_look_like_a_tip_and_links_to_the_outside_stay() -> None:
    outside = '<w:hyperlink r:id="rId1" w:tooltip="Our plan"><w:r><w:t>plan</w:t></w:r></w:hyperlink>'
    document = docx(p(outside), p('<w:hyperlink w:anchor="a" w:tooltip="b"'.replace("<", "‹")))
    assert part(without_tips(document)) == part(document)
