def measure(command, quick): pass
