# Chhape hue code: unse khulne wala panna, aur unse shuru hone wali baat.

qr-unknown = Yeh code mere paas nahi hai. Jo saamaan hai, yahan dekhiye.
qr-product-gone = Woh cheez ab nahi banti. Jo saamaan hai, yahan dekhiye.
qr-stall = Namaste! Stall ka sara saamaan yahin se manga sakte hain.
qr-stall-of = Namaste! Yeh sab { $group } ka banaya hai. Kaun sa dekhenge?

qr-page-title = Chat mein order kijiye
qr-page-line = Jo app chalate hain, usi mein kholiye. Cheez saamne aa jayegi.
qr-page-whatsapp = WhatsApp kholiye
qr-page-telegram = Telegram kholiye
qr-page-phones = Phone wala panna kholiye
qr-page-unknown = Yeh code hamare paas nahi hai.
qr-page-unknown-line = Shayad chhapai mein bhool hui hai. Dukan khuli hai.
qr-page-no-door = Dukan abhi WhatsApp ya Telegram se nahi judi hai. Stall par poochh lijiye.
qr-greeting-product = Namaste! { $name } dekhna hai (QR { $code })
qr-greeting-stall = Namaste! Stall ka saamaan dekhna hai (QR { $code })
qr-greeting-shop = Namaste! Kya kya milta hai?
qr-sheet-scan = Scan kijiye, WhatsApp ya Telegram par mangaiye
