producer-accept = बना देंगे
producer-part = कुछ ही
producer-decline = नहीं हो पाएगा
producer-ready = तैयार है
producer-dispatch = भेज दिया
producer-delivered = पहुँच गया
producer-open-orders = चल रहे ऑर्डर
producer-choose-button = ऑर्डर चुनिए
producer-row = { $number } · { $state ->
    [placed] नया
    [part_offered] ग्राहक से पूछा
    [accepted] बनाना है
   *[ready] तैयार
}
producer-row-hint = { $items }, { $by } तक
producer-which = किस ऑर्डर की बात है?
producer-orders-open = { $count ->
    [one] { $count } ऑर्डर चल रहा है।
   *[other] { $count } ऑर्डर चल रहे हैं। एक चुनिए।
}
producer-card = ऑर्डर { $number }: { $items }
    चाहिए: { $by } तक
producer-state = { $state ->
    [placed] इसे आपके जवाब का इंतज़ार है।
    [part_offered] ग्राहक से कम बनाने की बात पूछी है। जवाब दिया: { $who }।
    [accepted] इसे बनाना है। जवाब दिया: { $who }।
    [declined] यह नहीं बनेगा। जवाब दिया: { $who }।
    [ready] यह भेजने को तैयार है।
    [dispatched] यह भेज दिया गया है।
    [delivered] यह पहुँच गया है।
    [expired] समय पर जवाब नहीं आया। इसे न बनाइए।
    [return_asked] यह पहुँच गया है; ग्राहक लौटाना चाहते हैं।
    [return_agreed] यह पहुँच गया था, अब आपके पास लौटेगा।
    [returned] यह आपके पास लौट आया है।
   *[cancelled] यह रद्द है। इसे न बनाइए।
}
producer-done = { $move ->
    [accept] पक्का: ऑर्डर { $number }, { $items }, { $by } तक तैयार। ग्राहक को बता दिया है।
    [offer_part] ऑर्डर { $number }: ग्राहक से { $items } की बात पूछी है। जवाब यहीं आएगा।
    [decline] लिख लिया: ऑर्डर { $number }, { $items }, नहीं बन पाएगा। ग्राहक को अभी बता रहे हैं।
    [mark_ready] ऑर्डर { $number } तैयार है। ग्राहक को बता दिया है।
    [dispatch] ऑर्डर { $number } भेज दिया गया। ग्राहक को बता दिया है।
   *[deliver] ऑर्डर { $number } पहुँच गया। धन्यवाद!
}
producer-press = ऑर्डर { $number }: { $items }, { $by } तक चाहिए
    क्या यही जवाब है? एक बार बटन दबा दीजिए।
producer-press-part = ऑर्डर { $number }: ग्राहक से { $item } की बात पूछें?
producer-offer-it = हाँ, पूछिए
producer-how-many = ऑर्डर { $number } में { $item } चाहिए।
    इसमें से कितना बन पाएगा? गिनती लिखिए।
producer-all-of-it = पूरा
producer-none-of-it = बिल्कुल नहीं
producer-not-that-many = इस ऑर्डर में { $item } चाहिए। कितना बन पाएगा? इससे कम गिनती लिखिए।
producer-ask-tracking = ऑर्डर { $number } का पार्सल नंबर क्या है? यहाँ लिखिए।
producer-no-tracking = नंबर नहीं है
producer-nothing-open = अभी कोई ऑर्डर बाक़ी नहीं है। नया आते ही यहाँ दिखेगा।
producer-no-such-order = ऑर्डर { $number } आपके यहाँ नहीं मिला। “चल रहे ऑर्डर” में सब दिखते हैं।
producer-not-yours = यह ऑर्डर आपके यहाँ का नहीं है।
producer-not-your-part = यह काम { $who } के हिस्से का नहीं है। आपके यहाँ के दूसरे साथी या दफ़्तर कर सकते हैं।
producer-not-joined = ऑर्डर का जवाब समूह के अपने लोग देते हैं। जुड़ने का कोड हो तो यहाँ लिखिए; कोड हमारा दफ़्तर देता है।
producer-counted = लिख लिया: { $name }, बेचने के लिए { $free }।
producer-recount = वापस लीजिए
producer-office-will = लिख लिया, नंबर { $number }। दफ़्तर यह करके आपको यहीं बताएगा।
producer-register = धन्यवाद, लिख लिया, नंबर { $number }। जुड़ने के बारे में दफ़्तर आपको यहीं लिखेगा।

joining-done = अब आप { $group } की ओर से जवाब देंगे। आपका काम: { $who }।
    नया ऑर्डर अपने आप यहाँ आएगा।
joining-link-text = मेरा जुड़ने का कोड: { $code }
joining-not-valid = यह कोड नहीं चला: शायद काम में आ चुका है या पुराना है। नया कोड दफ़्तर देगा।
joining-too-many = आज कई कोड नहीं चले। दफ़्तर से पूछिए, या कल फिर लिखिए।
joining-buy = कुछ ख़रीदना है
joining-answer = हमारे ऑर्डर
joining-now-buying = अब आप ख़रीद सकते हैं। क्या दिखाएँ?
