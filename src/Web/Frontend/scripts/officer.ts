// Officers' pages: the bell and the list's comforts begin here.

export {};
