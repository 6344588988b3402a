"""What every kind of question has, and who may read and judge it."""
