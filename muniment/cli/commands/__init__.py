"""The commands, one room each; a room loads nothing slow before its command is called."""
