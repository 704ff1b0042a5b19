# Somebody asked not to be written to.
quiet-noted = All right, I stop. You will only hear about your own open orders.
    Whenever you write here, we go on.
quiet-group = Noted. Orders of your group still come here until the office has found somebody else.
