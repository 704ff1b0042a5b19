# टोकरी।
cart-head = आपकी टोकरी:
cart-line = { $qty } { $name } · { $sum }
cart-qty = { $qty }
cart-total = कुल { $total }
cart-maker = बनाने वाले: { $name }
cart-sample = यहाँ के दाम नमूना मूल्य हैं।
cart-left = अभी { $left } ही तैयार है।
cart-off-season = { $name } का अभी मौसम नहीं है।
cart-empty = आपकी टोकरी खाली है।
cart-changed = ठीक है: { $line }
cart-removed = टोकरी से हटाया: { $name }।
cart-not-found = एक चीज़ मुझे नहीं मिली।

cart-ask-quantity = { $name }: कितना चाहिए?
cart-steps = { $name } { $step } के हिसाब से मिलता है। कितना चाहिए?
cart-which = इनमें से कौन सा?
cart-line-now = { $name }: टोकरी में { $qty }। कितना कर दूँ?
cart-edit-which = क्या बदलना है?
cart-choose = चुनिए

cart-order = ऑर्डर कीजिए
cart-more = और सामान देखें
cart-edit = टोकरी बदलें
cart-drop = इसे हटा दीजिए
cart-take-left = { $left } ही दीजिए
cart-fewer = कम मँगाएँ

cart-clear = टोकरी खाली करें
cart-clear-sure = पूरी टोकरी खाली कर दूँ?
cart-clear-yes = हाँ, खाली कीजिए
cart-clear-no = नहीं, रहने दीजिए
cart-cleared = ठीक है।

cart-cannot = { $name } अभी यहाँ से नहीं बिक रहा। दाम और मिलने का दिन दफ़्तर बता सकता है।
cart-bulk = { $name }: { $most } या उससे ज़्यादा हो तो दाम और तारीख़ दफ़्तर बताता है।
cart-ask-office = दफ़्तर से पूछिए

cart-anew = फिर से शुरू करते हैं। क्या देखना चाहेंगे?
cart-anew-kept = फिर से शुरू करते हैं। आपकी टोकरी वैसी ही रखी है।
