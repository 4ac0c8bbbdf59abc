"""What whoever looks after this installation needs: messages that could not be sent, and its health."""
