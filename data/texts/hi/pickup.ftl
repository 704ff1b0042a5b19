# सामान जो ग्राहक ख़ुद ले जाते हैं, और उसका कोड।
pickup-fetch = ख़ुद ले जाएँगे
pickup-send-home = घर भेज दीजिए
pickup-cash = लेते समय नकद
pickup-new-code = नया कोड
pickup-lies-there = दुकान पर रख दिया
pickup-hand = ग्राहक को देना है

pickup-ask-where = कहाँ से लेंगे?
pickup-ask-name = किसके नाम पर लेंगे? नाम लिख दीजिए।
pickup-ask-phone = बात करनी हो तो किस नंबर पर करें?
pickup-chosen = ठीक है, { $place } से ले लीजिए। भेजने का कोई ख़र्च नहीं।
pickup-nowhere = यह सामान अभी हमारी किसी दुकान से नहीं मिल पाएगा।
pickup-not-there = { $name } उस दुकान पर नहीं मिल पाएगा।
pickup-where = ऑर्डर यहाँ कीजिए, फिर यहाँ से ले लीजिए:
pickup-way-out = { $more ->
    [0] चाहें तो ख़ुद ले जाइए: { $place }।
   *[other] चाहें तो ख़ुद ले जाइए: { $place } या दूसरी दुकान से।
}
pickup-way-out-write = इसके लिए लिखिए: "दुकान से ले लेंगे"।
pickup-place = { $name }, { $door }
pickup-place-open = { $place } ({ $hours })
pickup-hours = { $closed ->
    [never] { $opens } से { $closes }
    [sunday] { $opens } से { $closes }, रविवार बंद
    [monday] { $opens } से { $closes }, सोमवार बंद
    [tuesday] { $opens } से { $closes }, मंगलवार बंद
    [wednesday] { $opens } से { $closes }, बुधवार बंद
    [thursday] { $opens } से { $closes }, गुरुवार बंद
    [friday] { $opens } से { $closes }, शुक्रवार बंद
   *[saturday] { $opens } से { $closes }, शनिवार बंद
}
pickup-at = { $name } ख़ुद ले जाएँगे: { $place }। भेजने का कोई ख़र्च नहीं।
pickup-from = { $mark ->
    [sample] वहाँ { $first } तक पहुँच जाएगा (नमूना)
   *[sure] वहाँ { $first } तक पहुँच जाएगा
}
pickup-when-ready = वहाँ पहुँचते ही आपको यहीं ख़बर मिलेगी।
pickup-state-ready = आपके लिए रखा है: { $place }। वहाँ अपना कोड बताइए।
pickup-show-it = यह कोड दुकान पर बताइए, वहीं सामान मिलेगा।
pickup-no-code = अभी आपका कोई ऑर्डर दुकान पर नहीं रखा है।

pickup-bring = ग्राहक ख़ुद ले जाएँगे, यहाँ पहुँचाना है: { $place }
pickup-not-sent = ऑर्डर { $number }: { $place }। पहुँच जाए तो यहाँ दबाइए।
pickup-ask-code = ऑर्डर { $number }: ग्राहक से छह अक्षर का कोड पूछकर यहाँ लिखिए।
pickup-row = { $number } · रखा है
pickup-waiting = ग्राहकों के लिए रखा है: { $count }
pickup-none-waits = अभी किसी ग्राहक का सामान नहीं रखा है।
pickup-handed = सही कोड है। ऑर्डर { $number } दे दीजिए: { $items }।
pickup-take-cash = { $amount } नकद ले लीजिए।
pickup-code-wrong = { $why ->
    [too-many] कई कोड नहीं चले। एक घंटे बाद लिखिए, या दफ़्तर से पूछिए।
    [done] यह ऑर्डर दिया जा चुका है, या अब देना नहीं है।
    [unpaid] इस ऑर्डर के पैसे अभी नहीं आए हैं, इसलिए अभी न दीजिए। ग्राहक के पास पैसे देने का लिंक है।
   *[not-valid] यह कोड यहाँ के किसी ऑर्डर का नहीं है। ग्राहक के साथ फिर से देख लीजिए।
}

arriving-late = { $date } तक आना था, देर हो गई है। मदद चाहिए तो नीचे दबाइए।
arriving-late-made = { $date } तक तैयार होना था, देर हो गई है।

notice-pickup-accepted = { $group } ने आपका ऑर्डर { $number } ले लिया: { $items }
    { $by } तक तैयार होगा। { $place } से लेना है; वहाँ पहुँचते ही आपका कोड यहीं आएगा।
notice-pickup-ready = ऑर्डर { $number } आपके लिए रखा है: { $items }
    { $place }
    वहाँ यह कोड बताइए: { $code }। पहले किसी को न बताइए।
notice-pickup-to-bring = ऑर्डर { $number } पक्का है: { $items }
    { $by } तक तैयार करना है। { $place }
