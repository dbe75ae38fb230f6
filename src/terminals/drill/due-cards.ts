/** Stands for what is due of all cards, where a file of cards is named. */
export const dueCards = '(due)'
