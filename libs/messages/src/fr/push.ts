/** Ce qui s’est passé avec une adresse du dehors, et comment les carrefours apprennent qu’un fil a changé. */
export const push = {
  'error.ADDRESS_NOT_FETCHED':
    'Cette adresse n’a pas pu être lue ; vérifiez qu’elle s’ouvre pour tout le monde sur Internet.',
  'error.ANSWER_TOO_BIG': 'Ce qui se trouve à cette adresse est plus gros que ce qui est accepté ici.',
  'error.ANSWER_TOO_SLOW': 'La réponse de cette adresse est venue trop lentement ; réessayez plus tard.',
  'error.ANSWER_BROKEN': 'La réponse de cette adresse est incomplète ou abîmée.',
  'error.ANSWER_REFUSED': 'Le serveur de cette adresse répond {status, number, ::group-off} ; rien n’a été lu.',
  'error.FEED_NOT_TOLD': 'Personne n’est prévenu pour ce fil ; rien n’a été envoyé.',
} as const;
