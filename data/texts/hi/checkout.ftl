# ऑर्डर, एक बार में एक सवाल।
checkout-ask-name = किसके नाम भेजें? नाम लिख दीजिए।
checkout-ask-address = कहाँ भेजें? मकान या गाँव, डाकघर और शहर लिखिए।
checkout-ask-pincode = और पिन कोड? छह अंकों का।
checkout-ask-district = { $pincode } एक से ज़्यादा ज़िलों में आता है। आपका ज़िला कौन सा है?
checkout-ask-phone = सामान पहुँचाने वाले किस नंबर पर फ़ोन करें?
checkout-ask-payment = पैसे कैसे देंगे?
checkout-ask-saved = यहीं भेजें?
checkout-saved-line = { $name }, { $line } { $pincode }
checkout-saved = हाँ, { $pincode } पर
checkout-new-address = दूसरा पता
checkout-cod = घर पर नकद
checkout-upi = UPI
checkout-heard = { $first } · { $rest }
checkout-noted = लिख लिया।

checkout-pincode-unknown = पिन कोड { $pincode } डाक की सूची में नहीं मिला। एक बार फिर देखकर लिखिए।
checkout-pincode-differs = पिन कोड { $pincode } { $district } ज़िले का है, पर पते में { $place } लिखा है।
checkout-ask-pincode-again = { $pincode } ही लिखूँ? नहीं तो सही पिन कोड लिख दीजिए।
checkout-keep-pincode = हाँ, { $pincode }
checkout-phone-odd = इसमें फ़ोन नंबर नहीं मिला। दस अंकों का नंबर लिखिए।
checkout-name-odd = बस नाम लिख दीजिए।
checkout-contact-odd = यह नंबर कहीं नहीं लिखा है, अभी इसकी ज़रूरत नहीं थी।
checkout-payment-only = पैसे दो तरह से दे सकते हैं: घर पर नकद या UPI।
checkout-payments = पैसे सामान मिलने पर नकद दीजिए, या UPI से।
checkout-short = { $name }, अभी तैयार: बस { $left }।
checkout-gone = { $name } अभी ख़त्म है।
checkout-say-yes = यही ऑर्डर करूँ? हाँ दबाइए, या बताइए क्या बदलना है।
checkout-again = कुल { $total }, { $date } तक।
checkout-changed = इस बीच कुछ बदल गया है। अब ऐसा है:

checkout-head = एक बार देख लीजिए, फिर हाँ कहिए:
checkout-line = { $qty } { $name } × { $price } = { $sum }
checkout-things = { $n ->
    [one] { $n } चीज़, ऊपर लिखी है
   *[other] { $n } चीज़ें, ऊपर लिखी हैं
}
checkout-free = भेजने का ख़र्च: अभी कुछ नहीं
checkout-total = कुल { $total }, सब मिलाकर
checkout-total-tax = { $mark ->
    [sample] कुल { $total }, इसमें GST { $tax } (नमूना)
   *[sure] कुल { $total }, इसमें GST { $tax }
}
checkout-seller = बेचने वाले { $name }: { $date } तक
checkout-sold-by = बेचने वाले { $seller } ({ $name }): { $date } तक
checkout-to = पता: { $name }, { $line } { $pincode }
checkout-phone = फ़ोन { $phone } · { $payment }
checkout-terms = भारत में बना। भेजे जाने तक रद्द करना मुफ़्त है; टूटा या ग़लत निकले तो यहीं लिखिए।
checkout-yes = हाँ, ऑर्डर कीजिए
checkout-change = कुछ बदलना है
checkout-left = ठीक है, कोई ऑर्डर नहीं हुआ। टोकरी रखी हुई है।

checkout-change-what = क्या बदलना है?
checkout-change-name = नाम
checkout-change-address = पता
checkout-change-phone = फ़ोन
checkout-change-payment = भुगतान

checkout-placed = ऑर्डर { $number } हो गया। कुल { $total }।
checkout-told = { $name } का जवाब यहीं आएगा, आम तौर पर { $hours } घंटे में।
checkout-told-all = { $count } जगह से जवाब यहीं आएँगे, आम तौर पर { $hours } घंटे में।
checkout-upi-later = अभी कुछ नहीं देना है। UPI से कैसे देना है, दफ़्तर यहीं लिखेगा; किसी और को पैसे मत दीजिए।
checkout-upi-after = अभी कुछ नहीं देना है। ऑर्डर पक्का होते ही पैसे देने का लिंक यहीं आएगा; किसी और को पैसे मत दीजिए।
