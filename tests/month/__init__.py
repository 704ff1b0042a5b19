"""A simulated month: buyers, groups, a bank and the office live through thirty days with the real shop, on PostgreSQL,
while messages get lost and come twice. `python -m tests.month --orders 5000`."""
