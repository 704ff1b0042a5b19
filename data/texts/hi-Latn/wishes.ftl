# Rang, naap aur swaad.
wish-name = { $name } ({ $wish })
wish-and = { $first }, { $rest }
wish-portion = { $qty } { $wish }
wish-not-so = { $name }: { $wish } nahi hai. Milte hain: { $kinds }.
wish-no-choice = { $name } mein { $wish } alag se nahi chun sakte.
wish = { $value ->
    [red] laal
    [blue] neela
    [green] hara
    [yellow] peela
    [white] safed
    [black] kaala
    [brown] bhura
    [pink] gulabi
    [orange] narangi
    [maroon] maroon
    [grey] sleti
    [purple] baingani
    [cream] cream
    [beige] badami
    [golden] sunehra
    [multicolour] rang-biranga
    [small] chhota
    [medium] medium
    [large] bada
    [extra-large] XL
    [double] double
    [single] single
    [mango] aam
    [lemon] nimbu
    [chilli] mirch
    [mixed] mix
    [garlic] lahsun
    [ginger] adrak
    [amla] amla
    [jackfruit] kathal
    [galgal] galgal
    [plum] alubukhara
    [carrot] gajar
    [chocolate] chocolate
    [vanilla] vanilla
    [pineapple] ananas
    [butterscotch] butterscotch
    [black-forest] black forest
    [atta] atta
    [jeera] jeera
    [coconut] nariyal
   *[other] { $value }
}
