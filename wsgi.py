"""What gunicorn serves: `gunicorn -c gunicorn.conf.py wsgi:app`."""

from stripe_svc.app import create_app

app = create_app()
