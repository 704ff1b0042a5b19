# Words of a channel's own furniture, at most 20 characters.
# Opens a list of answers.
channel-choose = Choose
# A button that sends where she is (Telegram).
channel-send-location = 📍 Send my place
share-open = See in the shop
share-no-payment = Here nothing is paid through Telegram. The shop tells how to pay in its chat.
