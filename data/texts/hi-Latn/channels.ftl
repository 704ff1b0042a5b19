# Words of a channel's own furniture, at most 20 characters.
# Opens a list of answers.
channel-choose = Chuniye
# A button that sends where she is (Telegram).
channel-send-location = 📍 Jagah bhejiye
share-open = Dukan mein dekhein
share-no-payment = Yahan Telegram se paise nahi diye jaate. Kaise dene hain, dukan ki chat mein batayenge.
