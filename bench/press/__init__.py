"""A press of made-up news whose truth is known: who is who and which event is which, by construction.

It knows nothing of the joining that it measures: its spellings, its people and its sentences are its own.
"""
