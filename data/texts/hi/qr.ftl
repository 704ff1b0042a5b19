# छपे हुए कोड: उनसे खुलने वाला पन्ना, और उनसे शुरू होने वाली बात।

qr-unknown = यह कोड किसी चीज़ का नहीं निकला। जो सामान है, यहाँ देखिए।
qr-product-gone = वह चीज़ अब नहीं बनती। जो सामान है, यहाँ देखिए।
qr-stall = नमस्ते! स्टॉल का सारा सामान यहीं से भी मँगवा सकते हैं।
qr-stall-of = नमस्ते! यह सब { $group } का बनाया है। क्या दिखाएँ?

qr-page-title = चैट में ऑर्डर कीजिए
qr-page-line = जो ऐप चलाते हैं, उसी में खोलिए। चीज़ सामने आ जाएगी।
qr-page-whatsapp = WhatsApp खोलिए
qr-page-telegram = Telegram खोलिए
qr-page-phones = फ़ोन वाला पन्ना खोलिए
qr-page-unknown = यह कोड हमारे पास नहीं है।
qr-page-unknown-line = शायद छपाई में भूल हुई है। दुकान खुली है।
qr-page-no-door = दुकान अभी WhatsApp या Telegram से नहीं जुड़ी है। स्टॉल पर पूछ लीजिए।
qr-greeting-product = नमस्ते! { $name } देखना है (QR { $code })
qr-greeting-stall = नमस्ते! स्टॉल का सामान देखना है (QR { $code })
qr-greeting-shop = नमस्ते! क्या-क्या मिलता है?
qr-sheet-scan = स्कैन कीजिए, WhatsApp या Telegram पर मँगवाइए
