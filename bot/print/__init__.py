"""Papers: PDF for the printer, PNG for the chat. Facts come from orders.documents, words from data/texts."""
