# Words of a channel's own furniture, at most 20 characters.
# Opens a list of answers.
channel-choose = चुनिए
# A button that sends where she is (Telegram).
channel-send-location = 📍 जगह भेजिए
