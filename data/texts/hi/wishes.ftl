# रंग, नाप और स्वाद।
wish-name = { $name } ({ $wish })
wish-and = { $first }, { $rest }
wish-portion = { $qty } { $wish }
wish-not-so = { $name }: { $wish } नहीं है। मिलते हैं: { $kinds }।
wish-no-choice = { $name } में { $wish } अलग से नहीं चुन सकते।
wish = { $value ->
    [red] लाल
    [blue] नीला
    [green] हरा
    [yellow] पीला
    [white] सफ़ेद
    [black] काला
    [brown] भूरा
    [pink] गुलाबी
    [orange] नारंगी
    [maroon] मैरून
    [grey] स्लेटी
    [purple] बैंगनी
    [cream] क्रीम
    [beige] बादामी
    [golden] सुनहरा
    [multicolour] रंग-बिरंगा
    [small] छोटा
    [medium] मीडियम
    [large] बड़ा
    [extra-large] XL
    [double] डबल
    [single] सिंगल
    [mango] आम
    [lemon] नींबू
    [chilli] मिर्च
    [mixed] मिक्स
    [garlic] लहसुन
    [ginger] अदरक
    [amla] आंवला
    [jackfruit] कटहल
    [galgal] गलगल
    [plum] आलूबुखारा
    [carrot] गाजर
    [chocolate] चॉकलेट
    [vanilla] वनीला
    [pineapple] अनानास
    [butterscotch] बटरस्कॉच
    [black-forest] ब्लैक फ़ॉरेस्ट
    [atta] आटा
    [jeera] जीरा
    [coconut] नारियल
   *[other] { $value }
}
