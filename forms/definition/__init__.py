"""What a form is: its sections, questions and rules, and the page, schema and rows made of them."""
