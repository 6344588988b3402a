"""The page to read through says what the files will say, with a way back to each answer."""

from support.form_examples import example


def test_every_answer_has_a_way_back_to_where_it_was_given(office):
    check = office.fill("praktikavtal", example("praktikavtal"))
    form = office.page.get(check.path.replace("kontrollera", "fyll-i"))
    links = [link["href"].split("#")[1] for link in check.soup.select("main a") if "#" in link["href"]]
    assert len(links) > 60 and all(form.soup.find(id=target) for target in links)


def test_each_part_leads_to_the_same_part_of_the_form(office):
    check = office.fill("samtycke", example("samtycke"))
    form = office.page.get(check.path.replace("kontrollera", "fyll-i"))
    found = {
        link.find_parent("section").h2.get_text(): form.soup.find(id=link["href"].partition("#")[2]).get_text()
        for link in check.soup.select('section.st-sec > p > a[href*="#st-del-"]')
    }
    assert len(found) > 3 and all(heading in words for heading, words in found.items())


def test_a_link_says_to_who_listens_what_it_changes(office):
    links = office.fill("samtycke", example("samtycke")).soup.select("dd a")
    assert links and all(link.select_one(".st-vh").get_text(strip=True) for link in links)
    assert len({link.get_text() for link in links}) == len(links)
