"""What a form file may say: keys, conditions, variants, and the words that a form answers with."""
