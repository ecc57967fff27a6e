import pytest

from sayso.text.english import is_english

ENGLISH = """The council of Dunmere voted on Monday to close the harbour road, and the mayor said that she would not sign.
"There was no deal," Olive Tarn told reporters, who had asked her about a letter to the ferry company.""".replace(
    "\n", " "
)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "It rained.",
        "",
        "Regierung: nein.",
        "Dunmere 3 Calder 1 (Brook 12, Tarn 40, Holm 77; Reed 80). Dunmere: Alder, Finch, Reed, Holt, Lowe. The referee had"
        " sent off two of them when it was over, and the crowd left with that.",
    ],
)
def test_english(text):
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat von Dunmere hat am Montag beschlossen, die Hafenstraße zu sperren, und die Bürgermeisterin sagte, sie werde"
        " das nicht unterschreiben. „Es gab keine Absprache“, sagte Olive Tarn vor Journalisten in der Stadt.",
        "Le conseil de Dunmere a voté lundi la fermeture de la route du port, et la maire a dit qu'elle ne signerait pas."
        " « Il n'y a pas eu d'accord », a déclaré Olive Tarn à des journalistes qui l'interrogeaient sur une lettre.",
        "El consejo de Dunmere votó el lunes cerrar la carretera del puerto, y la alcaldesa dijo que no firmaría. «No hubo"
        " ningún acuerdo», declaró Olive Tarn a los periodistas que le preguntaban por una carta a la empresa.",
        "De raad van Dunmere heeft maandag besloten de havenweg te sluiten, en de burgemeester zei dat ze niet zou tekenen."
        " ‘Er was geen afspraak’, zei Olive Tarn tegen journalisten die haar naar een brief hadden gevraagd.",
        "Rådet i Dunmere vedtog mandag at lukke havnevejen, og borgmesteren sagde, at hun ikke ville skrive under. »Der var"
        " ingen aftale,« sagde Olive Tarn til journalister, som havde spurgt hende om et brev til færgeselskabet.",
        "Rada Dunmere w poniedziałek zagłosowała za zamknięciem drogi portowej, a burmistrzyni powiedziała, że nie podpisze."
        " „Nie było żadnej umowy”, powiedziała Olive Tarn dziennikarzom, którzy pytali ją o list do przewoźnika promowego.",
        "Совет Данмира в понедельник проголосовал за закрытие портовой дороги, а мэр сказала, что не подпишет. «Никакой"
        " сделки не было», — сказала Олив Тарн журналистам, которые спросили её о письме паромной компании.",
        "市議会は月曜日に港の道路を閉鎖することを決議し、市長は署名しないと述べた。「取り決めはなかった」とターン市長は記者団に語った。フェリー会社への手紙について尋ねられたときのことである。",
    ],
    ids=["de", "fr", "es", "nl", "da", "pl", "ru", "ja"],
)
def test_other_languages(text):
    assert not is_english(text)


def test_english_names_among_others_do_not_count():
    assert is_english(ENGLISH + " Der Rat.")
