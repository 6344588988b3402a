"""Words that tell an employer more than it should know are pointed out, and the installation has its own list."""

from support.making import CONTEXT, form

from stegvis.forms import Context
from stegvis.forms.definition.revealing import revealed, revealing_of, shipped

WARNED = {"name": "b", "kind": "text", "label": "B", "reveals": "warn"}


def test_free_text_that_an_employer_will_read_is_pointed_out_inside_rows_too():
    inner = {"name": "b", "kind": "text", "label": "B", "reveals": "warn"}
    schema = form({"name": "a", "kind": "repeat", "questions": [inner]}).schema(CONTEXT)
    assert schema.warnings(schema.load({"a": [{"b": "Inget"}, {"b": "Missbruk"}]})).keys() == {"a[1].b"}


def test_the_list_that_is_shipped_holds_until_the_installation_has_one_and_that_may_be_empty():
    assert revealing_of(Context()) == shipped()
    assert revealing_of(Context(revealing=("nattarbete",))) == ("nattarbete",)
    assert revealing_of(Context(revealing=())) == ()


def test_the_list_that_is_shipped_names_each_beginning_once_and_none_that_another_covers():
    beginnings = [beginning.casefold() for beginning in shipped()]
    assert {"missbruk", "socialtjänst", "försörjningsstöd"} <= set(beginnings)
    assert len(set(beginnings)) == len(beginnings)


def test_one_word_of_each_text_is_told_of_with_the_path_to_it():
    group = {"name": "a", "kind": "group", "questions": [WARNED, {"name": "c", "kind": "text", "label": "C"}]}
    made = form(group, WARNED | {"messages": {"revealing": "Stryk {ord}."}})
    answers = {"a": {"b": "Drog, alkohol", "c": "drog"}, "b": "drog"}
    told = dict(revealed(made.questions.values(), answers, ("drog", "alkohol")))
    assert told.keys() == {("a", "b"), ("b",)}
    assert '"Drog"' in told["a", "b"] and "alkohol" not in told["a", "b"]
    assert told[("b",)] == "Stryk drog."


def test_the_installations_own_words_are_those_pointed_out():
    made = form(WARNED)
    own = Context(now=CONTEXT.now, revealing=("nattarbete",))
    assert made.schema(own).warnings({"b": "Nattarbete och missbruk"}).keys() == {"b"}
    assert made.schema(own).warnings({"b": "missbruk"}) == {}
