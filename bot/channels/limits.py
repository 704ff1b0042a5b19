"""Every limit of the platforms that a message can meet, with its source. Pure.

WhatsApp counts characters; we count code points. Telegram counts UTF-16 units after entities are parsed.
Sources: WA-msg  developers.facebook.com/docs/whatsapp/cloud-api/messages/… (page named after the kind)
         WA-ref  developers.facebook.com/docs/whatsapp/cloud-api/reference/{messages,media}
         TG-api  core.telegram.org/bots/api (method or type named)
         TG-lim  limits.tginfo.me, telegram.constants of python-telegram-bot
         ours    no limit is documented; this is what stays readable on a small screen
"""

WA_TEXT = 4096  # WA-msg text-messages: body
WA_BUTTONS = 3  # WA-msg interactive-reply-buttons-messages
WA_BUTTON_TITLE = 20  # WA-msg interactive-reply-buttons-messages: title
WA_BUTTON_ID = 256  # WA-msg interactive-reply-buttons-messages: id
WA_BUTTONS_BODY = 1024  # WA-msg interactive-reply-buttons-messages: body
WA_LIST_ROWS = 10  # WA-msg interactive-list-messages: all sections together
WA_LIST_BODY = 4096  # WA-msg interactive-list-messages: body
WA_LIST_BUTTON = 20  # WA-msg interactive-list-messages: action.button
WA_ROW_TITLE = 24  # WA-msg interactive-list-messages: row title
WA_ROW_DESCRIPTION = 72  # WA-msg interactive-list-messages: row description
WA_ROW_ID = 200  # WA-msg interactive-list-messages: row id
WA_LOCATION_BODY = 1024  # WA-msg location-request-messages: body (4,096 there; interactive bodies are safe at 1,024)
WA_BILL_ITEM = 60  # WA-msg order_details: name of an item
WA_BILL_NOTE = 120  # WA-msg order_details: description of the expiration
WA_CAPTION = 1024  # WA-msg image-messages, document-messages: caption
WA_FILENAME = 240  # ours: file systems stop at 255 bytes
WA_IMAGE_BYTES = 5 * 1024 * 1024  # WA-ref media: image/jpeg, image/png
WA_DOCUMENT_BYTES = 100 * 1024 * 1024  # WA-ref media: documents
WA_IMAGE_TYPES = frozenset({"image/jpeg", "image/png"})  # WA-ref media: supported images
WA_MEDIA_DAYS = 29  # WA-ref media: an uploaded file lives 30 days
WA_TEMPLATE_BODY = 1024  # WA-ref messages: body text with its parameters (error 132005 beyond)
WA_TEMPLATE_PARAMS = 700  # ours: all parameters together; leaves room for the template's own words
WA_TEMPLATE_PAYLOAD = 128  # WA-ref messages: quick-reply payload
WA_TEMPLATE_BUTTONS = 10  # WA-ref templates: quick replies of one template
WA_TRACKER = 512  # pywa 4.5 send_message: biz_opaque_callback_data

TG_TEXT = 4096  # TG-api sendMessage: text, 1-4096 after entities parsing
TG_CAPTION = 1024  # TG-api sendPhoto, sendDocument: caption, 0-1024
TG_CALLBACK_BYTES = 64  # TG-api InlineKeyboardButton: callback_data, 1-64 bytes
TG_START_PAYLOAD = 64  # core.telegram.org/bots/features#deep-linking
TG_KEYBOARD_BUTTONS = 100  # TG-lim: buttons of one inline keyboard
TG_BUTTON_TEXT = 40  # ours, without the number: Telegram cuts by the width of the screen
TG_BUTTON_PAIR = 14  # ours: two buttons of this length stand side by side on a 5-inch telephone
TG_PHOTO_BYTES = 10 * 1024 * 1024  # TG-api sendPhoto: at most 10 MB
TG_DOCUMENT_BYTES = 50 * 1024 * 1024  # TG-api sendDocument: at most 50 MB
TG_POLL_UPDATES = 100  # TG-api getUpdates: limit, 1-100
TG_INLINE_RESULTS = 50
