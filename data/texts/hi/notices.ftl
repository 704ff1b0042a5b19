# बिना पूछे बताई जाने वाली बातें। हर notice-<name> की जोड़ी data/templates/<name>.yml में है।
notice-value = { $value }
notice-item = { $quantity } { $name }
notice-item-count = { $count } { $name }
notice-item-wish = { $item } ({ $wish })
notice-items = { $first }, { $rest }
notice-items-more = { $count ->
    [one] और { $count } चीज़
   *[other] और { $count } चीज़ें
}
notice-address = { $name }, { $line }, { $pincode }, फ़ोन { $phone }
notice-role = { $role ->
    [officer] प्रभारी अधिकारी
    [lead] समूह प्रधान
    [deputy] सहायक
    [dispatcher] भेजने वाले साथी
    [member] सदस्य
    [stall] स्टॉल के साथी
    [district] ज़िला अधिकारी
    [admin] मुख्य दफ़्तर
    [grievance] शिकायत अधिकारी
   *[office] दफ़्तर
}
notice-move = { $move ->
    [accept] पूरा ऑर्डर बनेगा
    [offer_part] ग्राहक से कम बनाने की बात पूछी है
   *[decline] ऑर्डर नहीं बन पाएगा
}
notice-carrier = { $carrier ->
    [bus] बस
    [hand] अपने आदमी
    [transport] ट्रांसपोर्ट
   *[courier] कूरियर
}

notice-new-order = नया ऑर्डर { $number }: { $items }
    चाहिए: { $by } तक
notice-order-reminder = ऑर्डर { $number } को आपके जवाब का इंतज़ार है: { $items }
    चाहिए: { $by } तक
notice-order-answered = ऑर्डर { $number } का जवाब { $who } ने दे दिया है: { $answer }।
notice-order-to-send = ऑर्डर { $number } पक्का है: { $items }
    { $by } तक तैयार करना है। यहाँ भेजना है: { $address }
notice-order-packed = ऑर्डर { $number } तैयार है: { $items }
    यहाँ भेजना है: { $address }
notice-part-taken = ग्राहक मान गए। ऑर्डर { $number } में अब बनाना है: { $items }
    चाहिए: { $by } तक
notice-part-unanswered = ऑर्डर { $number }: ग्राहक ने अभी नहीं बताया कि { $items } चलेगा या नहीं।
    हमारा दफ़्तर अब उनसे पूछ रहा है। तब तक न बनाइए।
notice-order-stopped = ऑर्डर { $number } रद्द हो गया: { $items }
    इसे न बनाइए। जो बन गया हो, उसे बिक्री के लिए रख लीजिए।
notice-order-passed-over = ऑर्डर { $number } अब दूसरी जगह बनेगा: { $items }
    समय पर जवाब नहीं आया था। इसे न बनाइए।
notice-order-late = ऑर्डर { $number } { $by } तक चाहिए था: { $items }
    कहाँ तक पहुँचा, एक बटन दबाकर बता दीजिए।
notice-return-work = ऑर्डर { $number }, { $items }:
    { $what } दफ़्तर आपसे बात करेगा।
notice-return-work-move = { $move ->
    [ask_return] ग्राहक इसे लौटाना चाहते हैं।
    [agree_return] वापसी मंज़ूर है, यह आपके पास लौटेगा।
    [close_return] ग्राहक इसे रख रहे हैं, वापसी की बात ख़त्म हुई।
   *[receive_return] यह लौट आया है। देखकर फिर से गिन लीजिए।
}

notice-order-accepted = { $group } ने आपका ऑर्डर { $number } ले लिया: { $items }
    { $by } तक तैयार होगा। भेजते ही आपको यहीं ख़बर मिलेगी।
notice-part-offered = { $group } से ऑर्डर { $number } में इतना ही बन पाएगा: { $items }
    इसका दाम { $goods } होगा। बनवा दें?
notice-part-reminder = ऑर्डर { $number } को आपके जवाब का इंतज़ार है। इतना बन सकता है: { $items }
    इसका दाम { $goods } होगा। बनवा दें?
notice-order-declined = { $group } से ऑर्डर { $number } नहीं बन पाएगा: { $items }
    हमारा दफ़्तर दो दिन में यहीं बताएगा: दूसरी जगह से बनेगा, या आपको कुछ नहीं देना होगा।
notice-order-ready = ऑर्डर { $number } तैयार है: { $items }
    भेजते ही आपको यहीं ख़बर मिलेगी।
notice-order-dispatched = ऑर्डर { $number } भेज दिया गया है 📦 { $items }
    { $carrier } से, नंबर { $tracking }
notice-order-sent = ऑर्डर { $number } भेज दिया गया है 📦 { $items }
    जब मिल जाए, यहाँ बता दीजिए।
notice-order-delivered = ख़बर मिली है कि ऑर्डर { $number } पहुँच गया: { $items }
    अगर आपको नहीं मिला, तो यहीं बताइए।
notice-order-cancelled = ऑर्डर { $number } रद्द हो गया है: { $items }
    कोई सवाल हो तो यहीं लिखिए।
notice-order-waiting = { $group } से ऑर्डर { $number } पर अभी जवाब नहीं आया: { $items }
    हमारा दफ़्तर अब उनसे पूछ रहा है। चाहें तो रुकिए, या बिना किसी ख़र्च के रद्द कर दीजिए।
notice-part-settled = दफ़्तर से तय हुआ, ऑर्डर { $number }: { $items }, { $by } तक
    { $what }
notice-settled = { $move ->
    [take_part] इतना ही बनेगा।
    [split] बाक़ी दूसरी जगह से बनेगा।
   *[wait] पूरा ऑर्डर तब तक बनाने को कहा है।
}
notice-other-offered = { $group } से ऑर्डर { $number } नहीं बन पाएगा: { $items }
    { $other } से बन जाएगा: दाम वही, { $by } तक। बिल वहीं का होगा। बनवा दें?
notice-order-rerouted = { $group } से ऑर्डर { $number } नहीं हो पाया: { $items }
    अब { $other } से पूछा है: दाम वही, { $by } तक। चाहें तो अब भी मुफ़्त में रद्द कर सकते हैं।
notice-order-ended = ऑर्डर { $number } नहीं बनेगा: { $items }
    { $why } इसका कुछ नहीं देना है; जो दे चुके हैं, वह वापस मिलेगा।
notice-ended = { $move ->
    [refuse] माफ़ कीजिए, अभी कोई इसे नहीं बना पाएगा।
   *[expire] समय पर जवाब नहीं आया।
}
notice-order-delayed = ऑर्डर { $number } में देर हो गई है: { $items }
    { $by } तक आना था, दफ़्तर अब { $group } से पूछ रहा है। चाहें तो रुकिए, या मुफ़्त में रद्द कर दीजिए।
notice-return-moved = ऑर्डर { $number }, { $items }:
    { $what } कोई सवाल हो तो यहीं लिखिए।
notice-return = { $move ->
    [ask_return] वापसी की बात लिख ली है, जवाब यहीं आएगा।
    [agree_return] वापसी मंज़ूर है; कैसे भेजना है, दफ़्तर यहीं बताएगा।
    [close_return] वापसी की बात ख़त्म हुई, सामान आपके पास रहेगा।
    [receive_return] सामान वापस पहुँच गया है।
   *[come_back] पार्सल आप तक पहुँचे बिना लौट आया।
}
notice-other-ways = और क्या हो सकता है
notice-other-yes = हाँ, वहाँ से
notice-other-no = नहीं, रद्द कीजिए
notice-take-part = हाँ, बनवा दीजिए
notice-refuse-part = नहीं, रहने दीजिए
notice-received = मिल गया
notice-cancel = ऑर्डर रद्द करें
notice-ask-again = और पूछना है

notice-office-alert = { $number } · { $kind }
    { $words }
notice-office-answer = { $number } पर दफ़्तर का जवाब:
    “{ $words }”
ticket-kind = { $kind ->
    [handover] किसी से बात करनी है
    [enquiry] पूछताछ
    [complaint] शिकायत
    [delivery] भेजने का ख़र्च
    [bulk] थोक का दाम
    [booking] काम के लिए बुलावा
    [upi] UPI से देंगे, तरीक़ा बताना है
    [payment] भुगतान में दिक्कत
    [money] भुगतान देखना है
    [no_contact] इस समूह से अभी कोई जुड़ा नहीं है
    [no_answer] समूह से जवाब नहीं आया
    [declined] समूह नहीं बना पाएगा
    [part] कम बनाने पर ग्राहक का जवाब नहीं आया
    [late] दिन निकल गया, ऑर्डर नहीं भेजा
    [stock] सामान की गिनती
    [price] दाम बदलना
    [new_product] नया सामान
    [earnings] कमाई का सवाल
    [holiday] छुट्टी के दिन
    [delay] देर होगी
    [undo] बात वापस लेनी है
    [register] हमारे साथ बेचना है
    [stop] अब संदेश न भेजें
    [delete_data] मेरी जानकारी मिटाएँ
    [show_data] मेरी जानकारी दिखाएँ
    [correct_data] मेरी जानकारी सुधारें
    [consent] सहमति वापस ली
    [rating] ग्राहक की राय
    [gift] किसी और के लिए
    [contact] साथी की पहचान नए कोड से करनी है
   *[other] सवाल
}
received-thanks = अच्छा हुआ, ऑर्डर { $number } आपको मिल गया। ख़रीदने के लिए धन्यवाद।
received-not-right = कुछ ठीक नहीं
received-not-yours = यह पार्सल आपके ऑर्डरों में नहीं मिला।
