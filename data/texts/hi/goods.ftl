goods-ask = { $what ->
    [name] एक ही संदेश में बताइए: क्या है, एक में कितना है, दाम और कितने हैं।
    जैसे: आंवला कैंडी 200 ग्राम 60 रुपये 30 पैकेट
    [price] { $name }: एक का दाम कितने रुपये है?
    [stock] { $name } ({ $unit }): बेचने के लिए ऐसे कितने हैं?
   *[hindi] { $name }: यह नाम हिंदी में कैसे लिखें?
}
goods-ask-shelf = { $name }: इसे किसके साथ रखें?
goods-ask-unit = { $name }: किस हिसाब से बेचते हैं?
goods-ask-days = { $name }: एक बनाने में कितने दिन लगते हैं? गिनती लिखिए।
goods-to-order = ऑर्डर पर बनाते हैं
goods-which-group = यह किस समूह का है?
goods-name = { $same ->
    [True] { $name }
   *[False] { $name } ({ $hindi })
}
goods-pack = एक में { $pack }
goods-price = दाम { $price } ({ $unit })
goods-stock = बेचने के लिए { $stock }
goods-made = ऑर्डर पर, { $days } दिन में
goods-right = सब सही है?
goods-send = दफ़्तर को भेजिए
goods-change = कुछ बदलना है
goods-drop = रहने दीजिए
goods-what-to-change = क्या बदलना है? जैसे: दाम 70, या: 25 पैकेट, या: नाम मीठा आंवला
goods-dropped = ठीक है, रहने दिया। जब चाहें फिर बताइए।
goods-not-read = इससे नई बात समझ नहीं आई।
goods-gives-away = सामान के नाम में किसी व्यक्ति की बात नहीं होती। उसके बिना लिखिए।
goods-already = { $state ->
    [sent] यह दफ़्तर के पास पहुँच चुका है।
    [live] यह दुकान में आ चुका है।
   *[other] यह अब खुला नहीं है।
}
goods-sent = { $name }: दफ़्तर को भेज दिया, नंबर { $number }। दुकान में आते ही आपको यहीं बताएँगे।
goods-there-already = { $name } पहले से दुकान में है। क्या करें?
goods-its-price = दाम { $price } करें
    .short = दाम { $price }
goods-its-count = अब { $stock } हैं
    .short = अब { $stock }
goods-new = यह नया सामान है
producer-priced = लिख लिया: { $name }, दाम अब { $price } ({ $unit })। ग्राहकों को अब यही दिखेगा।
producer-price-sure = { $name } का दाम अभी { $old } है। { $price } कर दें?
producer-price-yes = हाँ, बदलिए
producer-above-mrp = { $name } पर छपा दाम { $mrp } है, उससे ज़्यादा में नहीं बिक सकता। छपा दाम दफ़्तर बदल सकता है।
office-goods = नया सामान
office-goods-none = कोई नया सामान बाक़ी नहीं है।
office-goods-list = { $count ->
    [one] { $count } नया सामान देखना है।
   *[other] { $count } नए सामान देखने हैं।
}
office-goods-see = देखिए
office-goods-card = { $group } यह बेचना चाहते हैं। अंग्रेज़ी नाम: { $english } ({ $sku })
office-goods-publish = दुकान में रखें
office-goods-name = अंग्रेज़ी नाम
office-goods-refuse = नहीं रखना
office-goods-ask-name = इसका अंग्रेज़ी नाम थोड़े शब्दों में लिखिए।
office-goods-live = { $name } अब दुकान में है। समूह को बता दिया है।
notice-goods-proposed = { $group } से नया सामान: { $name }। एक बार देख लीजिए।
notice-goods-live = अच्छी ख़बर: { $name } अब दुकान में है। ग्राहक इसे देख सकते हैं।
unit-ml = { $number } मि.ली.
