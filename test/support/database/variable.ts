/** Where test processes find the run's own PostgreSQL server. */
export const serverVariable = 'LOST_CARD_TEST_SERVER'
