# Words of a channel's own furniture, at most 20 characters.
# Opens a list of answers.
channel-choose = चुनिए
# A button that sends where she is (Telegram).
channel-send-location = 📍 जगह भेजिए
share-open = दुकान में देखें
share-no-payment = यहाँ Telegram से पैसे नहीं दिए जाते। कैसे देने हैं, दुकान की चैट में बताएँगे।
