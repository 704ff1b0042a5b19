# Printed codes: the page they open, and the talk that begins with them.

qr-unknown = I found nothing for that code. Everything we have is here.
qr-product-gone = That is no longer made. Everything we have is here.
qr-stall = Namaste! Everything from the stall can be ordered here.
qr-stall-of = Namaste! These are made by { $group }. Which one?

qr-page-title = Order in the chat
qr-page-line = Open it in the app you use: it starts with this product.
qr-page-whatsapp = Open WhatsApp
qr-page-telegram = Open Telegram
qr-page-phones = Open the phones page
qr-page-unknown = We do not know this code.
qr-page-unknown-line = It may be misprinted. The shop itself is open.
qr-page-no-door = The shop is not connected to WhatsApp or Telegram yet. Please ask at the stall.
qr-greeting-product = Namaste! I would like to see { $name } (QR { $code })
qr-greeting-stall = Namaste! I would like to see the stall's goods (QR { $code })
qr-greeting-shop = Namaste! What do you have?
qr-sheet-scan = Scan and order on WhatsApp or Telegram
