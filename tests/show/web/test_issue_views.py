"""The pages of issues."""


def test_each_holder_stands_somewhere_since_a_day(shore):
    found = {one["holder"]: one for one in shore.get("/issue.json?name=net+ban&least=0").json()["holders"]}
    fiji, samoa = found["FJI"], found["WSM"]
    assert (fiji["stance"], fiji["since"], fiji["times"], fiji["reports"]) == ("oppose", "2020-07-01", 1, 4)
    assert [(one["day"], one["before"], one["after"]) for one in fiji["shifts"]] == [
        ("2020-06-12", "oppose", "support"), ("2020-07-01", "support", "oppose"),
    ]  # fmt: skip
    assert (samoa["stance"], samoa["since"], samoa["last"], samoa["times"], samoa["shifts"]) == (
        "support",
        "2020-02-11",
        "2020-06-13",
        2,
        [],
    )


def test_the_chart_says_in_words_who_stands_where(shore):
    page = shore.get("/issue?name=net+ban").text
    assert "As last reported, oppose: Fiji; support: Samoa; turned: Fiji." in page
    assert page.count('class="mark support"') == 3, "Samoa in two months, Fiji in June"
    assert page.count('class="mark oppose"') == 3
    assert "Fiji, 2020-06: support" in page


def test_an_issue_is_listed_and_found_by_its_words(shore):
    [one] = shore.get("/issues.json").json()["issues"]
    assert (one["issue"], one["reports"], one["holders"]) == ("net ban", 6, 2)
    assert shore.get("/issues.json?words=ban").json()["issues"] == [one]
    assert shore.get("/issues.json?words=whales").json()["issues"] == []
    assert "no position" in shore.get("/issues?words=whales").text


def test_an_issue_nobody_takes_a_stance_on_is_missing(shore):
    assert shore.get("/issue?name=whales").status_code == 404
    assert shore.get("/issue").status_code == 400
