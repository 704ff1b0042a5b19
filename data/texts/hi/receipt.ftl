# ख़रीदार के पैसे का हर हिस्सा कहाँ गया: चैट में, और हस्ताक्षर वाले कोड के पन्ने पर।
receipt-open = पैसा कहाँ गया
receipt-title = ऑर्डर { $number }: आपके { $amount } कहाँ गए
receipt-cell = { $name ->
    [wages] कार्यशाला की मज़दूरी
    [victims] पीड़ितों के परिवार
    [staff] कर्मचारी
    [society] समिति
    [materials] कच्चा माल
    [members] समूह की सदस्य
    [unshared] बनाने वालों को; हिस्से अभी तय नहीं हैं
    [tax] टैक्स
    [delivery] भेजने का ख़र्च
   *[group] बनाने वाला समूह
}
receipt-row = { $who }: { $amount }
receipt-people = { $count } लोगों में
receipt-among = { $row } ({ $count } लोगों में)
receipt-check = देखिए, दिखाइए, जाँचिए: { $link }
receipt-not-yet = ऑर्डर { $number } का पैसा कहाँ गया, यह पैसे मिलने और पार्सल निकलने के बाद यहाँ दिखेगा।
receipt-page-head = ऑर्डर { $number }
receipt-page-line = यह पैसा यहाँ गया।
receipt-page-stood = { $day } { $year } के बही-खाते से पैसे-पैसे तक मिलता है।
receipt-page-genuine = इस पर दुकान के हस्ताक्षर हैं।
receipt-page-changed = यह कोड बनने के बाद बही-खाता बदला है: कुछ वापस आया है या नए सिरे से बँटा है। नया कोड चैट में मिलेगा।
receipt-page-key = वह कुंजी जिससे यह कोड दुकान के बिना जाँचा जा सकता है
receipt-forged-head = हमारा नहीं
receipt-forged = यह कोड इस दुकान का नहीं है, या किसी ने इसे बदला है। इसकी रक़म पर भरोसा न कीजिए।
