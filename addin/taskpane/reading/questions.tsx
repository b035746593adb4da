import { Button } from "@fluentui/react-button";
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";
import type { Question } from "../../../shared/tables/questions.ts";

function One({ question, onAnswer }: { question: Question; onAnswer: (answer: string) => void }) {
  const { about, choices, taken } = question;
  return (
    <div className="stack" role="group" aria-label={about}>
      <p>{about}</p>
      {choices.map(({ answer, says }) => (
        <Button key={answer} size="small" className="answer" onClick={() => onAnswer(answer)}>
          <span>
            {says}
            {answer === taken && <em> (assumed)</em>}
          </span>
        </Button>
      ))}
    </div>
  );
}

/** What the workbook leaves open: each question answered by one click on what follows from it. */
export function Questions({
  questions,
  onAnswer,
}: {
  questions: readonly Question[];
  onAnswer: (question: string, answer: string) => void;
}) {
  if (questions.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{questions.length === 1 ? "One question" : `${questions.length} questions`}</MessageBarTitle>
        <ul className="plain stack">
          {questions.map((question) => (
            <li key={question.id}>
              <One question={question} onAnswer={(answer) => onAnswer(question.id, answer)} />
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
