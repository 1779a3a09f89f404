"""Every notebook runs, without a server, and shows what the samples say (loaders/samples/README.md)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.docs.notebooks import NAMES, Notebook

pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("matplotlib")
pytest.importorskip("pandas")
pytestmark = pytest.mark.slow

Ran = Callable[[str], Notebook]
ROSTER = ["陈志远", "林晓峰", "马德胜", "徐长河", "周国平", "吴海燕", "郑文博", "孙建军", "韩松", "黄立新", "赵丽华"]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Gives a notebook, by the number it begins with, as it is after running; each runs once."""
    done: dict[str, Notebook] = {}

    def run(number: str) -> Notebook:
        if number not in done:
            folder = tmp_path_factory.mktemp("notebook")
            (name,) = (name for name in NAMES if name.startswith(number))
            done[number] = Notebook.read(name).run(folder)
            assert not list(folder.iterdir()), "a notebook leaves nothing where it runs"
        return done[number]

    return run


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_runs_and_says_nothing_on_stderr(ran: Ran, name: str) -> None:
    notebook = ran(name[:2])
    for cell in notebook.code:
        for output in cell.outputs:
            assert output.output_type != "error", cell.id
            assert output.get("name") != "stderr", f"{cell.id}: {output.text}"
    assert all(cell.execution_count for cell in notebook.code)


def test_a_result_shows_itself_once_and_without_codes_of_a_terminal(ran: Ran) -> None:
    (output,) = ran("01").outputs("roster")
    assert output.output_type == "execute_result"
    assert "\x1b" not in output.data["text/plain"]
    assert "赵丽华" in output.data["text/plain"]


def test_01_the_roster_stands_in_its_order(ran: Ran) -> None:
    ranked = [(row["rank"], row["who"]) for row in ran("01").rows("roster") if row["rank"]]
    assert ranked == [(str(number), name) for number, name in enumerate(ROSTER, 1)]


def test_01_two_people_of_one_name_are_two_and_each_row_has_its_sentences(ran: Ran) -> None:
    rows = ran("01").rows("evidence")
    assert {row["jurisdiction"] for row in rows} == {"云澜县", "澄湖经济技术开发区"}
    assert all("王伟" in row["evidence"] for row in rows)


def test_01_the_picture_is_within_the_page_and_the_network_is_drawn(ran: Ran) -> None:
    frame = ran("01").shown("view")
    assert frame.startswith("<iframe srcdoc=")
    assert "allow-same-origin" not in frame
    assert len(ran("01").shown("network", "image/png")) > 10_000


def test_02_careers(ran: Ran) -> None:
    moved = [(row["person"], row["before"], row["after"]) for row in ran("02").rows("changed")]
    assert moved == [
        ("刘洋", "县住建局副局长", "县住建局局长"),
        ("王伟", "县住建局局长", "副县长"),
        ("何桂兰", "县人大常委会副主任", "县政协主席"),
    ]
    assert [row["person"] for row in ran("02").rows("holder")] == ["王伟"]
    assert [row["person"] for row in ran("02").rows("later-holder")] == ["刘洋"]
    assert any("会议决定任命王伟为副县长" in row["text"] for row in ran("02").rows("sentences"))


def test_02_the_store_refuses_what_would_change_it(ran: Ran) -> None:
    refused, mistaken = ran("02").text("guard").strip().split("\n\n")
    assert "ReadOnlyViolation" in refused
    assert "line 1:16" in mistaken


def test_03_protocol_rank_follows_the_cast(ran: Ran) -> None:
    rows = ran("03").rows("rank")
    order = [cell for row in rows for cell in row.values() if cell in ROSTER]
    assert [name for name in order if name in ("陈志远", "林晓峰", "周国平", "吴海燕", "郑文博", "韩松")] == [
        "陈志远", "林晓峰", "周国平", "吴海燕", "郑文博", "韩松",
    ]  # fmt: skip


def test_03_a_place_in_the_roster_changes_in_the_summer(ran: Ran) -> None:
    rows = {row[""]: row for row in ran("03").rows("moved")}
    places = {name: (int(row["before"]), int(row["after"])) for name, row in rows.items()}
    behind, ahead = zip(places["孙建军"], places["吴海燕"], strict=True)
    assert behind[0] > behind[1], "stands behind until June"
    assert ahead[0] < ahead[1], "and before from August on"

    assert max(places, key=lambda name: abs(places[name][0] - places[name][1])) == "孙建军", "of these he moved most"
    (low, _), (_, high) = (map(int, rows["孙建军"][f"90 % {when}"].split("–")) for when in ("before", "after"))
    assert high - low <= 1, "his intervals meet at their edges only"


def test_04_the_samples_are_read_well(ran: Ran) -> None:
    figures = {row[""]: row for row in ran("04").rows("evaluate")}
    assert float(figures["Person"]["F1"]) > 0.9
    assert float(figures["all relations"]["F1"]) > 0.75
    assert int(figures["ATTENDED"]["gold"]) > 200


def test_04_what_confidence_promises_stands_beside_what_it_kept(ran: Ran) -> None:
    bins = [row for row in ran("04").rows("reliability") if row.get("relations")]
    found = int({row[""]: row for row in ran("04").rows("evaluate")}["all relations"]["found"])
    assert sum(int(row["relations"]) for row in bins) == found
    assert all(float(row["low"]) <= float(row["expected"]) <= float(row["high"]) for row in bins)
    assert float(bins[-1]["right"]) > 0.8


def test_04_a_higher_threshold_never_finds_more(ran: Ran) -> None:
    found = [int(row["found"]) for row in ran("04").rows("thresholds")[1:]]
    assert found == sorted(found, reverse=True)
    assert found[0] > found[-1] > 0


def test_04_every_sentence_of_the_page_stands_in_its_file(ran: Ran) -> None:
    right, _, all_of_them, *_ = ran("04").text("words").split()
    assert int(right) == int(all_of_them) > 20


def test_04_an_article_is_explained_in_a_frame(ran: Ran) -> None:
    assert "王伟检查冬季燃气和供热安全" in ran("04").shown("explain")


def test_05_who_is_gone_and_what_became_of_the_tasks(ran: Ran) -> None:
    assert "徐长河" in [row["person"] for row in ran("05").rows("unseen")]
    assert "徐长河" in [row["person"] for row in ran("05").rows("gaps")]
    assert "郑文博" in [row["person"] for row in ran("05").rows("absent")]
    assert any("何桂兰" in row["name or sentence"] for row in ran("05").rows("successor"))
    told = [row["told later"] for row in ran("05").rows("tasks") if "自建房安全隐患排查" in row["task"]]
    assert "2023-06-08" in told
