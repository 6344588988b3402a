"""Cases: one participant in one programme, from the first expression of interest to the ending."""
