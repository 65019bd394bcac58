# Hints: what only workers read of a place, such as who has the key.
verb-hint = hint|hints
hint-line = Hint ({ $place }): { $words } — { $who }
hint-kept = Kept; only workers see it.
hint-list = <b>Hints for { $where }</b>, for workers only:
hint-none = There are no hints for { $where } yet.
hint-how = To add one: <i>hint 3 the key is with Li at the gate</i>
hint-wanted = What shall it say? Write a sentence.
button-hint-edit = Change { $place }
button-hint-drop = Delete { $place }
toast-hint-write = Please write the new words.
toast-hint-gone = Deleted.
error-hint-place = Please begin with the building or unit, then a space, for example: hint 3 the key is with Li at the gate
error-hint-wording = Please write a sentence of at most { $longest } characters; a place has at most { $most } hints, so delete one first if there are more.
