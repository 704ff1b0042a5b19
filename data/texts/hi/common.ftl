# हर जगह काम आने वाले छोटे शब्द।
more = और देखें
menu = मेनू
back = पीछे
yes = हाँ
no = नहीं
cancel = रहने दीजिए
something-else = कुछ और
talk-to-person = इंसान से बात कीजिए
    .short = इंसान से बात
open-cart = मेरी टोकरी
open-orders = मेरे ऑर्डर
see-goods = सामान देखें

unit-piece = { $number } नग
unit-pair = { $number } जोड़ी
unit-kg = { $number } किलो
unit-kg-250 = पाव किलो
unit-kg-500 = आधा किलो
unit-kg-750 = पौन किलो
unit-kg-1500 = डेढ़ किलो
unit-gram = { $number } ग्राम
unit-litre = { $number } लीटर
unit-packet = { $number } पैकेट
unit-box = { $n ->
    [one] { $number } डिब्बा
   *[other] { $number } डिब्बे
}
unit-bottle = { $n ->
    [one] { $number } बोतल
   *[other] { $number } बोतलें
}
unit-jar = { $number } जार
unit-metre = { $number } मीटर
unit-set = { $number } सेट
unit-pound = { $number } पाउंड
unit-dozen = { $number } दर्जन
unit-visit = { $number } बार

unsure = क्या आप यह पूछ रहे हैं?
unsure-none = यह बात समझ नहीं आई। दूसरे शब्दों में लिखिए, या यहाँ से चुनिए।
unsure-menu = अब भी बात समझ नहीं आई। यहाँ से चुन लीजिए।
unsure-person = दफ़्तर के एक साथी आपकी बात पढ़कर यहीं जवाब देंगे। इसका नंबर { $ticket } है।
    तब तक यहाँ बाक़ी सब चलता रहेगा।
empty-message = संदेश खाली आया। क्या दिखाएँ?
too-long = संदेश लंबा था, शुरू का हिस्सा ही पढ़ा है।
nlu-away = अभी लिखी हुई बात ठीक से समझ नहीं आ रही, पर बटन और नंबर चल रहे हैं। आपका संदेश रख लिया है।
out-of-scope = यहाँ बस दुकान की बातें हो पाती हैं: सामान, ऑर्डर और डिलीवरी।
fine = ठीक है। जब चाहिए हो, लिख दीजिए।
please-kind = आराम से बात करते हैं। दुकान में क्या मदद करूँ?
wait = ठीक है, आराम से।
slow-down = संदेश बहुत जल्दी-जल्दी आ रहे हैं। एक मिनट रुकिए, कुछ खोएगा नहीं।
heard-voice = आवाज़ वाला संदेश अभी समझ नहीं आता। लिखकर बताइए, या यहाँ से चुनिए।
heard-picture = फ़ोटो अभी समझ नहीं आती। सामान का नाम लिखिए, या यहाँ से चुनिए।
heard-edited = पहले वाला संदेश ही पढ़ा है। कुछ बदलना हो तो नया लिखिए।
heard-unknown = ऐसा संदेश यहाँ नहीं खुलता। लिखकर बताइए, या यहाँ से चुनिए।
heard-location = जगह मिल गई। घर या गाँव का नाम और पिन कोड भी लिख दीजिए।
old-button = यह बटन पुरानी बातचीत का है। यहाँ से चुनिए।
trouble = हमारी तरफ़ से कुछ गड़बड़ हुई, पर आपका संदेश रख लिया है। एक बार फिर भेजिए, या यहाँ से चुनिए।

task-browse_catalogue = सामान देखना है
task-browse_category = सामान देखना है
task-search_product = कोई सामान ढूँढना है
task-product_detail = सामान के बारे में
task-ask_price = दाम पूछना है
task-ask_availability = मिल रहा है या नहीं
task-add_to_cart = टोकरी में डालना है
task-change_quantity = कम-ज़्यादा करना है
task-remove_item = टोकरी से हटाना है
task-view_cart = मेरी टोकरी देखनी है
task-clear_cart = टोकरी खाली करनी है
task-checkout = ऑर्डर करना है
task-order_status = मेरा ऑर्डर कहाँ है
task-cancel_order = ऑर्डर रद्द करना है
task-complaint_return_refund = शिकायत या वापसी
task-payment_problem = भुगतान की दिक्कत
task-delivery_info = डिलीवरी के बारे में
task-bulk_order = ज़्यादा माल चाहिए
task-book_service = कारीगर बुलाना है
task-about_producers = कौन बनाता है
task-about_money = पैसा कहाँ जाता है
task-exhibition_info = स्टॉल के बारे में
task-switch_language = भाषा बदलनी है
task-talk_to_human = इंसान से बात
task-start_again = फिर से शुरू

link-row = दोनों ऐप जोड़ें
link-code = अपने दूसरे ऐप से 15 मिनट के अंदर हाट को यह लिख भेजिए:
    { $code }
link-done = हो गया। अब दोनों ऐप में आपकी एक ही टोकरी और एक ही ऑर्डर सूची है।
link-not-valid = यह कोड अब नहीं चलता। नया कोड दूँ?
