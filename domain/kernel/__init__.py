"""What every capability shares: errors that carry a key, who acts, where words go, the transaction port."""
