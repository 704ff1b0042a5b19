# Chhape hue code: unse khulne wala panna, aur unse shuru hone wali baat.

qr-unknown = Ye code kisi cheez ka nahi nikla. Jo saman hai, yahan dekhiye.
qr-product-gone = Wo cheez ab nahi banti. Jo saman hai, yahan dekhiye.
qr-stall = Namaste! Stall ka sara saman yahin se bhi mangwa sakte hain.
qr-stall-of = Namaste! Ye sab { $group } ka banaya hai. Kya dikhayein?

qr-page-title = Chat mein order kijiye
qr-page-line = Jo app chalate hain, usi mein kholiye. Cheez saamne aa jayegi.
qr-page-whatsapp = WhatsApp kholiye
qr-page-telegram = Telegram kholiye
qr-page-phones = Phone wala panna kholiye
qr-page-unknown = Ye code hamare paas nahi hai.
qr-page-unknown-line = Shayad chhapai mein bhool hui hai. Dukan khuli hai.
qr-page-no-door = Dukan abhi WhatsApp ya Telegram se nahi judi hai. Stall par puchh lijiye.
qr-greeting-product = Namaste! { $name } dekhna hai (QR { $code })
qr-greeting-stall = Namaste! Stall ka saman dekhna hai (QR { $code })
qr-greeting-shop = Namaste! Kya kya milta hai?
qr-sheet-scan = Scan kijiye, WhatsApp ya Telegram par mangwaiye
