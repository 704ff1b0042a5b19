# Colours, sizes and flavours.
wish-name = { $name } ({ $wish })
wish-and = { $first }, { $rest }
wish-portion = { $qty } { $wish }
wish-not-so = { $name }: not in { $wish }. There is: { $kinds }.
wish-no-choice = { $name }: you cannot choose { $wish } here.
wish = { $value ->
    [red] red
    [blue] blue
    [green] green
    [yellow] yellow
    [white] white
    [black] black
    [brown] brown
    [pink] pink
    [orange] orange
    [maroon] maroon
    [grey] grey
    [purple] purple
    [cream] cream
    [beige] beige
    [golden] golden
    [multicolour] multicolour
    [small] small
    [medium] medium
    [large] large
    [extra-large] XL
    [double] double
    [single] single
    [mango] mango
    [lemon] lemon
    [chilli] chilli
    [mixed] mixed
    [garlic] garlic
    [ginger] ginger
    [amla] amla
    [jackfruit] jackfruit
    [galgal] galgal
    [plum] plum
    [carrot] carrot
    [chocolate] chocolate
    [vanilla] vanilla
    [pineapple] pineapple
    [butterscotch] butterscotch
    [black-forest] black forest
    [atta] atta
    [jeera] jeera
    [coconut] coconut
   *[other] { $value }
}
