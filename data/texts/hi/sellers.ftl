# क़ानून से बेचने वाला कौन है, सामान पर क्या लिखा है, और दफ़्तर यह कैसे बताता है।
card-details = पूरी जानकारी
card-certificate = { $mark ->
    [gi] जीआई टैग
   *[handloom-mark] हैंडलूम मार्क
}, प्रमाणपत्र { $number }, { $date }
details-none = इसके बारे में अभी और कुछ नहीं बताया गया है। पूछेंगे तो दफ़्तर बताएगा।
details-net = एक में { $net }
details-mrp = एमआरपी { $mrp }, सब टैक्स मिलाकर
details-unit-price = { $unit } के { $price }
details-best-before = बनने के { $days } दिन के भीतर अच्छा
details-maker = बनाने वाले: { $maker }
details-licence = FSSAI लाइसेंस { $number }
details-care = सवाल या शिकायत: { $care }
details-origin = भारत में बना
details-seller = बेचने वाले: { $name }, { $where }

seller-which = किसके बारे में बताएँ?
seller-name = क़ानून से बेचने वाले: { $name }
seller-unsaid = पता और शिकायत सुनने वाले का नाम दफ़्तर ने अभी नहीं बताया है। तब तक दफ़्तर यहीं जवाब देता है।
seller-reached = संपर्क: { $how }
seller-gst = { $status ->
    [registered] GSTIN { $number }
    [composition] GSTIN { $number }, कंपोज़िशन
   *[unregistered] GST में पंजीकृत नहीं, नामांकन संख्या { $number }
}
seller-grievance = शिकायत: { $whom }
seller-grievance-unsaid = शिकायत कौन सुनेंगे, यह अभी तय नहीं है: यहीं लिखिए, दफ़्तर जवाब देगा।

office-sellers = बेचने वाले
office-seller-list = किसकी जानकारी देखें?
office-seller-wanting = { $count ->
    [0] सब पूरा है
    [one] { $count } बात बाक़ी है
   *[other] { $count } बातें बाक़ी हैं
}
office-seller = { $name }
    GST: { $status ->
    [registered] पंजीकृत { $number }
    [composition] कंपोज़िशन { $number }
    [unregistered] पंजीकृत नहीं { $number }
   *[unsaid] अभी नहीं बताया
}
office-seller-go-on = बाक़ी भर दें
office-seller-change = कुछ बदलना है
office-seller-change-what = { $name }: क्या बदलना है?
office-seller-missing = बाक़ी: { $what }
office-seller-kept = लिख लिया।
office-fact-name = { $what ->
    [gst_status] GST
    [gstin] GSTIN
    [pan] PAN जमा
    [enrolment] नामांकन संख्या
    [address] पता
    [pincode] पिन कोड
    [phone] फ़ोन
    [email] ई-मेल
    [grievance_name] शिकायत सुनने वाले
    [grievance_role] उनका पद
   *[grievance_contact] उनसे संपर्क
}
office-fact-ask = { $name }: { $what ->
    [gst_status] GST में पंजीकरण है?
    [gstin] GSTIN क्या है? 15 अक्षर और अंक।
    [pan] क्या PAN दफ़्तर में जमा है? नंबर यहाँ नहीं रखा जाता।
    [enrolment] ऑनलाइन बेचने की नामांकन संख्या क्या है?
    [address] पूरा पता लिखिए।
    [pincode] पिन कोड क्या है?
    [phone] ग्राहक किस नंबर पर फ़ोन करें?
    [email] ग्राहक किस ई-मेल पर लिखें?
    [grievance_name] शिकायत कौन सुनेंगे? नाम लिखिए।
    [grievance_role] उनका पद क्या है?
   *[grievance_contact] ग्राहक उनसे कैसे मिलें? फ़ोन या ई-मेल लिखिए।
}
office-fact-odd = यह ठीक नहीं बैठता।
office-gst-registered = पंजीकृत
office-gst-composition = कंपोज़िशन
office-gst-unregistered = पंजीकृत नहीं
office-yes = हाँ
office-no = नहीं

office-declare-ask = { $name }: { $what ->
    [rate] HSN { $hsn } पर GST की दर क्या है? प्रतिशत लिखिए, जैसे 5।
    [net] { $unit } में कितना है? जैसे "200 gram"।
    [mrp] छपा हुआ एमआरपी कितने रुपये है?
    [best_before] कितने दिन तक ठीक रहता है?
    [maker] बनाने वाले का नाम और पता क्या छपा है?
    [licence] FSSAI नंबर क्या है? 14 अंक।
   *[care] ग्राहक शिकायत कहाँ करें? फ़ोन या ई-मेल लिखिए।
}
office-price-between = { $low } से { $high } के बीच कोई GST दर नहीं बैठती: दाम { $below } तक या { $high } से ऊपर रखिए।
office-tags-ask = { $name }: क्या इनमें से कुछ सही है? टैक्स इसी से तय होता है।
office-tag = { $tag ->
    [handmade] हाथ का बना
    [handcrafted] हाथ की कारीगरी
    [handicraft] हस्तशिल्प है
    [framed] फ़्रेम वाला शीशा
    [paneer] पनीर है
    [prepacked] पहले से पैक
    [bread] ब्रेड है
   *[pan-masala] पान मसाला है
}
office-tags-none = इनमें से कुछ नहीं
