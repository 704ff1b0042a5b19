# बिल पर जो छपता है: व्यापार और क़ानून के चालू, छोटे नाम।
print-title = { $kind ->
    [invoice] टैक्स इनवॉइस
    [bill_of_supply] आपूर्ति बिल
   *[receipt] रसीद
}
print-number = नंबर
print-day = तारीख़
print-order = ऑर्डर
print-seller = बेचने वाले
print-buyer = ख़रीदार
print-gstin = जीएसटीआईएन
print-enrolment = जीएसटी नामांकन नंबर
print-place = आपूर्ति का स्थान
print-item = सामान
print-hsn = एचएसएन
print-qty = मात्रा
print-price = दाम
print-value = बिना टैक्स
print-tax = टैक्स
print-amount = रक़म
print-cgst = सीजीएसटी
print-sgst = एसजीएसटी/यूटीजीएसटी
print-igst = आईजीएसटी
print-delivery = भेजने का ख़र्च
print-total = कुल
print-words = { $paise ->
    [none] { $rupees } रुपये मात्र
   *[some] { $rupees } रुपये { $paise } पैसे मात्र
}
print-taxed = दामों में सारे टैक्स शामिल हैं। रिवर्स चार्ज पर टैक्स: नहीं।
print-composition = कंपोज़िशन वाले करदाता; टैक्स वसूलने के पात्र नहीं
print-untaxed = { $status ->
    [receipt] बेचने वाले का जीएसटी पंजीकरण नहीं है; कोई टैक्स नहीं लिया गया।
   *[other] इस सामान पर कोई टैक्स नहीं लिया गया।
}
print-practice = अभ्यास: असली बिल नहीं
print-signature = बेचने वाले की ओर से, हस्ताक्षर
