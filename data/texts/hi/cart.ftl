# टोकरी।
cart-head = आपकी टोकरी:
cart-line = { $qty } { $name } · { $sum }
cart-qty = { $qty }
cart-total = कुल { $total }
cart-maker = बनाने वाले: { $name }
cart-prices = { $mark ->
    [both] कुछ दाम नमूना मूल्य हैं, कुछ पुराने; पक्के दफ़्तर करेगा।
    [old] दाम पुराना छपा हुआ है, दफ़्तर पक्का करेगा।
   *[sample] दाम नमूना मूल्य हैं।
}
cart-left = अभी तैयार: बस { $left }।
cart-off-season = { $name } का अभी मौसम नहीं है।
cart-other-state = { $name }: टैक्स के नियम से यह सिर्फ़ बनाने वालों के अपने राज्य में बिक सकता है।
cart-not-from = { $name } का सामान आपके राज्य में नहीं बिक सकता; यह दूसरी जगह से आएगा।
cart-empty = आपकी टोकरी खाली है।
cart-changed = ठीक है: { $line }
cart-removed = टोकरी से हटाया: { $name }।
cart-not-found = इनमें से एक चीज़ यहाँ नहीं मिली।
cart-not-here = { $thing }: यह चीज़ यहाँ नहीं मिलती।
cart-not-in = { $name } टोकरी में नहीं है।
cart-none-of-it = यह टोकरी में नहीं है।
cart-swapped = ठीक है, { $old } की जगह: { $line }
cart-which-more = { $name }, { $qty } और: किस रंग में?
cart-which-less = { $name }, { $qty } कम: किस रंग के?
cart-left-out = ठीक है, { $name } रहने देते हैं।
cart-as-it-was = ठीक है, जैसा था वैसा ही रखा है।
cart-nothing-meant = किस चीज़ की बात है? नाम लिख दीजिए।
cart-nothing-back = कुछ हटाया नहीं था जो वापस रखूँ।

cart-ask-quantity = { $name }: कितना चाहिए?
cart-steps = { $name }: { $step } के हिसाब से देते हैं। कितना चाहिए?
cart-which = इनमें से कौन सा?
cart-line-now = { $name }: टोकरी में { $qty }। कितना कर दूँ?
cart-edit-which = क्या बदलना है?
cart-choose = चुनिए

cart-order = ऑर्डर कीजिए
cart-more = और सामान देखें
cart-edit = टोकरी बदलिए
cart-drop = इसे हटा दीजिए
cart-take-left = { $left } ही दीजिए
cart-fewer = कम कर दीजिए

cart-clear = टोकरी खाली करें
cart-clear-sure = पूरी टोकरी खाली कर दूँ?
cart-clear-yes = हाँ, खाली कीजिए
cart-clear-no = नहीं, रहने दीजिए
cart-cleared = ठीक है।

cart-cannot = { $name } की बिक्री अभी यहाँ से नहीं हो रही। दाम और दिन दफ़्तर बता सकता है।
cart-bulk = { $name }: { $most } या उससे ज़्यादा चाहिए हो तो दाम और तारीख़ दफ़्तर बताता है।
cart-ask-office = दफ़्तर से पूछिए

cart-anew = फिर से शुरू करते हैं। क्या दिखाएँ?
cart-anew-kept = फिर से शुरू करते हैं। आपकी टोकरी वैसी ही रखी है।
