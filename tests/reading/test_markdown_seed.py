from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from build_hooks.errors import SeedError
from build_hooks.publishing.anchors import Anchors
from build_hooks.reading.markdown_seed import read_markdown
from build_hooks.sections import Section


def paragraphs(text: str, markdown: Markdown) -> list[str]:
    """Return the paragraphs of a text under a headline."""
    sections = read_markdown(f"# عنوان\n\n{text}", "x", markdown).sections
    return [text for section in sections for text in section.paragraphs]


def test_headline_sections_and_body(markdown: Markdown) -> None:
    """The headline goes from the body, and the rest of it stays as written."""
    body = "أ\n\n## قسم *ب*\n\nج\nد\n\n### هـ"
    seed = read_markdown(f"\n\n# عنوان\n\n{body}\n\n", "x", markdown)
    sections = (Section(None, ("أ",)), Section("قسم ب", ("ج د",)), Section("هـ", ()))
    assert ("عنوان", sections, body) == (seed.headline, seed.sections, seed.body)


def test_title_from_front_matter(markdown: Markdown) -> None:
    """A first heading that says the same is the headline; one that says something else is text."""
    assert read_markdown("# أهلًا\n\nنص", "x", markdown, "اهلا").body == "نص"
    assert read_markdown("# أخرى\n\nنص", "x", markdown, "أهلًا").sections == (Section("أخرى", ("نص",)),)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["أ ب"], "أ\nب"),
        (["أ ب"], "أ<br>ب"),
        (["أ & <ب>"], "أ &amp; &lt;ب&gt;"),
        (["أ رابط رمز"], "أ [رابط](http://a) `رمز`"),
        (["أ", "بند", "اقتباس", "ب"], "أ\n\n- بند\n\n> اقتباس\n\nب"),
        (["بند", "بند فيه", "آخر"], "- بند\n    - بند **فيه**\n- آخر"),
        (["بند", "تحته", "آخر"], "- بند\n\n    تحته\n\n- آخر"),
        (["أ", "ج", "د", "1", "ب"], "أ\n\n| ج | د |\n|---|---|\n| 1 | |\n\nب"),
        (["لفظ", "معناه"], "لفظ\n:   معناه"),
        (["", "أ"], "![صورة](a.png)\n\nأ"),
        (["أ.", "حاشية"], "أ.[^1]\n\n[^1]: حاشية"),
        (["أ", "ب"], "أ\n\n<div><p>داخل</p></div>\n\nب"),
        (["أ"], "<script>var a = '<p>';</script>\n\nأ"),
    ],
)
def test_paragraphs_are_what_readers_see(expected: list[str], text: str, markdown: Markdown) -> None:
    """Marks and tags go, entities become characters; what has text of its own is a paragraph, be it within others."""
    assert expected == paragraphs(text, markdown)


def test_paragraphs_that_the_site_numbers() -> None:
    """Where the converter numbers paragraphs, a `<p>` of raw HTML that it passed over does not count."""
    markdown = Markdown(extensions=["attr_list", Anchors()])
    text = "<p>خام</p>\n\nأ\n{: #p1 }\n\nب\n{: #p2 }"
    assert paragraphs(text, markdown) == ["أ", "ب"]


def test_headings_have_no_permalink_sign() -> None:
    """The toc extension's ¶ is a link, not text."""
    markdown = Markdown(extensions=["toc", Anchors()], extension_configs={"toc": {"permalink": True}})
    assert read_markdown("# ع\n\n## قسم", "x", markdown).sections == (Section("قسم", ()),)


@pytest.mark.parametrize("text", ["- بند", "![](a.png)", "<video src=a></video>", "    رمز", "نص"])
def test_text_of_any_kind_is_text(text: str, markdown: Markdown) -> None:
    """A list or a picture is something to read."""
    assert read_markdown(f"# عنوان\n\n{text}", "x", markdown).has_text


@pytest.mark.parametrize("text", ["", "## قسم", "<!-- تعليق -->", "&nbsp;"])
def test_nothing_to_read(text: str, markdown: Markdown) -> None:
    """Headings alone are no article."""
    assert not read_markdown(f"# عنوان\n\n{text}", "x", markdown).has_text


@pytest.mark.parametrize("text", ["نص\n\n# متأخر", "## قسم\n\nنص", ""])
def test_no_headline(text: str, markdown: Markdown) -> None:
    """Only a first line `# …` is one."""
    assert read_markdown(text, "x", markdown).headline == ""


def test_converter_is_left_clean(markdown: Markdown) -> None:
    """Footnotes and references of one seed do not turn up in the next."""
    read_markdown("# ع\n\nأ [^1] [ب]\n\n[^1]: حاشية\n[ب]: http://a", "x", markdown)
    assert paragraphs("أ [^1] [ب]", markdown) == ["أ [^1] [ب]"]


class _Failing(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        raise ValueError("no such\nsnippet")


class _FailingExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        md.preprocessors.register(_Failing(), "failing", 1)


def test_extension_that_fails() -> None:
    """The error names the seed, not a line of Python."""
    with pytest.raises(SeedError) as caught:
        read_markdown("# ع\n\nنص", "seeds/x.md", Markdown(extensions=[_FailingExtension()]))
    expected = "seeds/x.md: cannot convert the Markdown: no such snippet; mend the text or the extension"
    assert expected == str(caught.value)


MARKDOWN = Markdown(extensions=["abbr", "attr_list", "def_list", "footnotes", "tables", "toc", Anchors()])


@given(st.text(st.sampled_from("اب# *_`[]()<>/p&;|-=+~^{}\\1.!:\n\t")))
def test_any_text(text: str) -> None:
    """Whatever an editor writes is read."""
    read_markdown(text, "x", MARKDOWN)
