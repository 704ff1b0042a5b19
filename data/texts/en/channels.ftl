# Words of a channel's own furniture, at most 20 characters.
# Opens a list of answers.
channel-choose = Choose
# A button that sends where she is (Telegram).
channel-send-location = 📍 Send my place
