"""What a web site puts around minutes is left out, and every word of it reported."""

import re

from index.readers import read

PAGE = """<!doctype html><html><head><title>Minutes | Anytown Council</title></head>
<body class="no-cookies"><div id="cookie-banner">We use cookies.<button>Accept</button></div>
<a class="skip-link" href="#main">Skip to content</a>
<header><p>Anytown Council</p></header>
<div class="navLinks"><a href="/1">Previous Section</a></div>
<nav><ul><li>Home</li><li>Councillors</li></ul></nav>
<div class="columns"><aside>Related pages</aside>
<main id="main"><div class="breadcrumbs">Home &gt; Minutes</div>
<header><h1>Planning Committee</h1></header>
<p>Minutes of 4 March 2024<br>Town Hall</p><p>Planning consent was granted for four houses.</p>
<aside role="complementary"><h2>See also</h2></aside></main></div>
<footer role="contentinfo">Contact us</footer><script>track()</script></body></html>"""


def words(text):
    return re.findall(r"\w+", text)


def texts(published):
    return [block.text for part in published.content for block in getattr(part, "blocks", [part])]


def test_only_the_content_of_the_page_is_its_text():
    assert texts(read("a.html", PAGE.encode())) == [
        "Planning Committee",
        "Minutes of 4 March 2024",
        "Town Hall",
        "Planning consent was granted for four houses.",
    ]


def test_a_page_says_where_it_stands_and_of_what_site_it_is():
    page = PAGE.replace("<title>", '<meta property="og:site_name" content="Anytown"><title>')
    assert read("a.html", page.encode()).front_matter == (
        ("title", "Minutes | Anytown Council"),
        ("breadcrumb", "Home > Minutes"),
        ("site", "Anytown"),
    )


def test_furniture_is_reported_with_its_reason():
    left_out = read("a.html", PAGE.encode()).left_out
    assert all(left.furniture for left in left_out)
    assert {left.text: left.reason for left in left_out} == {
        "Minutes | Anytown Council": "title of the web page",
        "We use cookies. Accept": "notice",
        "Skip to content": "menu",
        "Anytown Council": "head of the web site",
        "Previous Section": "menu",
        "Home Councillors": "menu",
        "Home > Minutes": "menu",
        "Contact us": "foot of the web site",
        "See also": "beside the content of the web page",
        "Related pages": "beside the content of the web page",
    }


def test_no_word_of_a_page_is_lost_unsaid():
    published = read("a.html", PAGE.encode())
    source = re.sub(r"<script>.*?</script>|<[^>]*>", " ", PAGE).replace("&gt;", ">")
    said = [*texts(published), *(left.text for left in published.left_out)]
    assert sorted(words(source)) == sorted(words(" ".join(said)))


def test_what_holds_most_of_the_page_stays_whatever_it_is_called():
    page = (
        "<html><body><nav><p>The Board met and noted the report.</p></nav><p>End</p></body></html>"
    )
    assert texts(read("a.html", page.encode())) == ["The Board met and noted the report.", "End"]


def test_content_mark_on_a_small_part_is_not_believed():
    page = (
        "<html><body><main><p>Minutes</p></main>"
        "<table><tr><td>The Board noted the report.</td></tr></table></body></html>"
    )
    assert texts(read("a.html", page.encode())) == ["Minutes", "The Board noted the report."]


def test_furniture_is_found_however_deep_it_stands():
    page = "<html><body>" + "<div>" * 50 + "<nav>Menu</nav><p>The Board met.</p></body></html>"
    assert "Menu" not in texts(read("a.html", page.encode()))
