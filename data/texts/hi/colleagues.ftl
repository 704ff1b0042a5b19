office-people = साथी और कोड
    .short = साथी और कोड
colleagues-button = हमारे साथी
    .short = हमारे साथी
colleagues-which-group = किस समूह के?
colleagues-of = { $group } में जवाब देने वाले:
colleagues-row = { $who } · नं. { $number }
colleagues-standing = { $state ->
    [joined] जुड़ चुके हैं
    [suspended] नए कोड से पहचान बाक़ी है
   *[invited] कोड मिला है, अभी जुड़े नहीं
}
colleagues-invite = नए साथी के लिए कोड
    .short = नया कोड
colleagues-as-what = { $group } के लिए कोड। वे क्या काम करेंगे?
colleagues-role = { $who ->
    [officer] अधिकारी
    [lead] समूह प्रधान
    [deputy] सहायक
    [dispatcher] भेजने वाले
    [member] सदस्य
    [stall] स्टॉल के साथी
    [district] ज़िला अधिकारी
    [admin] मुख्य दफ़्तर
    [grievance] शिकायत अधिकारी
   *[office] दफ़्तर
}
colleagues-code = { $code }
    यह कोड { $group } के { $who } के लिए है। सिर्फ़ उन्हीं को दीजिए। वे इसे दुकान की इसी चैट में लिखें; 7 दिन तक, एक ही बार चलेगा।
colleagues-one = { $who }, { $group }
colleagues-revoke = अधिकार हटाइए
    .short = अधिकार हटाइए
colleagues-revoke-sure = { $group } के { $who } अब ऑर्डर न देखें, न जवाब दें: पक्का?
colleagues-revoked = हो गया। { $group } के { $who } अब यहाँ कुछ नहीं कर सकते।
colleagues-gone = वे अब इस समूह का जवाब नहीं देते।
colleagues-not-yourself = अपना अधिकार आप ख़ुद नहीं हटा सकते। दफ़्तर हटा सकता है।
colleagues-back = सब साथी
colleagues-fresh = नए कोड से पहचान
    .short = नए कोड से पहचान
