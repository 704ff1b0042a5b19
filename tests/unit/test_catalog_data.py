"""What is written in data/catalog: that it reads, that it is honest, and that every thing can be found."""

import re
from collections import Counter
from pathlib import Path

import pytest

from catalog import entries, pictures
from catalog.drawing import LIMIT_BYTES, picture
from catalog.entries import CatalogueWrong, read_catalogue

SEED = read_catalogue()
NAMED = {  # what the sources name, by the plain term
    *("shawl", "muffler", "pattu", "stole", "himachali cap", "sweater", "jacket", "sadri", "woollen socks", "blanket"),
    *("kurta", "coat fabric", "uniform", "chair", "table", "cupboard", "book rack", "mirror", "bed", "welding"),
    *("chocolate", "biscuits", "cake", "pastry", "patty", "bread", "tofu", "milk", "spices", "bamboo craft"),
    *("jewellery", "laundry", "pickle", "amla candy", "bag", "papaya sweet", "chutney", "paneer", "candy"),
    *("organic produce", "rakhi box", "maize flour", "dona pattal", "cow dung goods", "kodra laddu", "honey"),
    *("turmeric", "sepu badi", "millet flour", "barley flour", "oatmeal", "cheese", "bamboo basket", "woollen jacket"),
    *("ghee", "rajma", "millets", "mustard oil", "snacks", "bedsheet", "gamchha", "designer clothes", "soap"),
    *("candle", "leather goods", "metal household goods", "farm tools", "wooden craft", "stationery", "painting"),
    *("jute craft", "khadi cloth", "plumber", "electrician", "mason", "labourer"),
}
GROUPS = {
    *("kanda", "kaithu", "nahan", "dharamshala", "anmol-bhoranj", "radhe-krishna", "nadaun-groups", "nadaun-workers"),
    *("shree-ganesh", "sainath", "jagriti", "ambika-kamaksha", "ganga", "himira"),
    *("beur", "gaya", "bhagalpur", "muzaffarpur", "office"),
}


def test_every_named_thing_and_group_is_there() -> None:
    assert not NAMED - {product.term for product in SEED.products}
    assert {group.id for group in SEED.groups} == GROUPS


def test_a_shelf_is_one_list() -> None:
    """Menu, shelf, thing: a shelf of more than ten would hide the rest behind one more tap."""
    shelves = Counter(product.category for product in SEED.products)
    assert set(shelves) == {category.id for category in SEED.categories}
    assert max(shelves.values()) <= 10
    assert len(SEED.categories) <= 9


def test_no_value_comes_from_nowhere() -> None:
    for product in SEED.products:
        for value in (product.price, product.unit, product.hsn):
            assert value is None or value.source == "demo" or re.search(r"20\d\d|season|reports", value.source), product
        if not product.service:
            assert product.price, product.sku
            assert product.unit, product.sku


def test_prices_of_years_ago_are_cited() -> None:
    cited = {p.sku: p.price.rupees for p in SEED.products if p.price and p.price.source != "demo"}
    assert cited == {
        "kullvi-pattu": 12000,
        "kurta": 350,
        "wooden-table": 3200,
        "looking-glass": 7500,
        "chocolate-box": 250,
    }


def test_nothing_about_people_inside() -> None:
    """Dignity: what is sold is a workshop's work (T3)."""
    told = " ".join(file.read_text("utf-8") for file in entries.FOLDER.rglob("*.yml")).lower()
    for word in ("inmate", "prisoner", "convict", "criminal", "कैदी", "बंदी ", "अपराध", "qaidi", "kaidi", "सज़ा"):
        assert word not in told, word


def _copy(tmp_path: Path, file: str, old: str, new: str) -> Path:
    for source in entries.FOLDER.rglob("*.yml"):
        target = tmp_path / source.relative_to(entries.FOLDER)
        target.parent.mkdir(exist_ok=True)
        target.write_text(source.read_text("utf-8"), "utf-8")
    text = (tmp_path / file).read_text("utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("products/mukti.yml", "unit: {is: litre", "unit: {is: bucket", "mukti.yml, mustard-oil: unit bucket"),
        ("products/mukti.yml", "category: crafts", "category: arts", "no category arts"),
        ("products/mukti.yml", "rupees: 190", "rupees: -5", "mukti.yml, mustard-oil: price rupees"),
        ("products/mukti.yml", "mode: stock", "mode: maybe", "mukti.yml, mustard-oil: mode"),
        ("products/mukti.yml", "sku: soap", "sku: gamchha", "product gamchha is there 2 times"),
        ("products/mukti.yml", "draw: soap", "draw: ship", "mukti.yml, soap: picture"),
        ("products/mukti.yml", "source: demo}", "source: officer}", "mukti.yml, mustard-oil"),
        ("groups.yml", 'pincode: "171003"', 'pincode: "71003"', "groups.yml, kaithu: pincode"),
        ("products/mukti.yml", "group: beur", "group: nowhere", "product mustard-oil: no group nowhere"),
        ("products/services.yml", "service: true", "service: true\n  extra: 1", "services.yml, plumber: extra"),
        ("categories.yml", "- id: woollens", "- id: [", "categories.yml"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(tmp_path: Path, file: str, old: str, new: str, told: str) -> None:
    with pytest.raises(CatalogueWrong, match=re.escape(told)):
        read_catalogue(_copy(tmp_path, file, old, new))


def test_a_picture_is_small_and_always_the_same() -> None:
    one, two = picture("shawl", "maroon"), picture("shawl", "maroon")
    assert one == two
    assert one.startswith(b"\xff\xd8")
    assert len(one) < LIMIT_BYTES
    assert picture("shawl", "black") != one


def test_a_photograph_is_not_painted_over(tmp_path: Path) -> None:
    media = tmp_path / "media"
    media.mkdir()
    for product in SEED.products[1:]:
        (media / pictures.name_of(product.sku)).write_bytes(b"a photograph")
    assert pictures.draw_all(entries.FOLDER, media) == 1
    assert pictures.draw_all(entries.FOLDER, media) == 0
    assert (media / pictures.name_of(SEED.products[1].sku)).read_bytes() == b"a photograph"
